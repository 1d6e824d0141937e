/** The instructions as a list, sorted by a column, beside the map. */

const SORTS = {
  opcode: { head: "Opcode", of: (place) => place, up: true },
  name: { head: "Instruction", of: (place) => rows[place].key, up: true },
  implicated: { head: "Implicated", of: (place, shown) => highest(shown, place) },
  failed: { head: "Failed", of: (place, shown) => total(shown, "failed", place) },
  unsupported: { head: "Unsupported", of: (place, shown) => total(shown, "unsupported", place) },
  passed: { head: "Passed", of: (place, shown) => total(shown, "passed", place) },
};
const byOpcode = rows.map((row, place) => place).sort((a, b) => {
  const [one, other] = [a, b].map((place) => numbered(rows[place].opcode));
  return one.prefix < other.prefix ? -1 : one.prefix > other.prefix ? 1 : one.number - other.number;
});

/** The places that are left, in the order of the column `-name`, if it is to be turned round, or `name`. */
function sorted(shown) {
  const turned = state.sort.startsWith("-");
  const { of, up } = SORTS[state.sort.replace("-", "")] ?? SORTS.implicated;
  const rank = new Map(byOpcode.map((place, n) => [place, n]));
  const value = (place) => (of === SORTS.opcode.of ? rank.get(place) : of(place, shown));
  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0) * (Boolean(up) === turned ? -1 : 1);
  // Ties go by how much failed, then by opcode.
  return byOpcode.filter((place) => left.instructions[place])
    .map((place) => ({ place, value: value(place), failed: total(shown, "failed", place) }))
    .sort((a, b) => compare(a.value, b.value) || b.failed - a.failed)
    .map(({ place }) => place);
}

function heading(name) {
  const active = state.sort.replace("-", "") === name;
  const turned = state.sort.startsWith("-");
  const ascending = active && Boolean(SORTS[name].up) !== turned;
  const next = active && !turned ? `-${name}` : name;
  return h("th", { scope: "col", class: SORTS[name].up ? name : `number ${name}`, "aria-sort": active ? (ascending ? "ascending" : "descending") : null },
    h("button", { type: "button", "data-sort": name, onclick: () => update({ sort: next }) }, SORTS[name].head,
      h("span", { class: "arrow", "aria-hidden": "true" }, active ? (ascending ? "▲" : "▼") : "")));
}

/** A name that may go on in the next line after a dot or an underscore. */
const breakable = (name) => name.split(/(?<=[._])/).flatMap((part, n) => (n ? [h("wbr"), part] : [part]));

function renderInstructions() {
  const shown = shownEngines();
  const focused = document.activeElement?.dataset?.sort;
  const places = sorted(shown);
  const number = (name, n) => h("td", { class: `number ${name}` }, n ? count(n) : "–");
  const line = (place) => {
    const sample = h("span", { class: "cell" }, h("span", { "aria-hidden": "true" }));
    paint(sample, place, shown);
    const fine = shown.every((engine) => statusOf(engine, place) === "passed");
    return h("tr", { class: [fine && "fine", rows[place].key === state.i && "selected"].filter(Boolean).join(" ") },
      h("td", { class: "opcode" }, h("code", { class: "quiet" }, rows[place].opcode)),
      h("th", { scope: "row" }, h("span", { class: "named" }, sample, h("button", { type: "button", class: "link", "data-open": place }, breakable(rows[place].key)))),
      h("td", { class: "number" }, scored(highest(shown, place)) || "–"),
      ...["failed", "unsupported", "passed"].map((name) => number(name, total(shown, name, place))));
  };
  const caption = shown.length > 1 ? "Instructions: the highest score, and sums over all engines" : "Instructions";
  const note = state.folder && places.length ? h("p", { class: "note quiet" }, `Exercised in ${state.folder}. Figures are those of the whole run.`) : "";
  byId("instructions").replaceChildren(
    note,
    places.length
      ? h("table", { class: "plain instructions" }, h("caption", { class: "unseen" }, caption),
          h("thead", {}, h("tr", {}, Object.keys(SORTS).map(heading))), h("tbody", {}, places.map(line)))
      : h("p", { class: "empty" }, nothingLeft()));
  if (focused) byId("instructions").querySelector(`[data-sort=${focused}]`)?.focus();
}

function nothingLeft() {
  if (state.folder) return `No instruction that is left is exercised in ${state.folder}.`;
  return "No instruction is left by the search and the filters.";
}

function prepareLists() {
  for (const list of ["instructions", "failures"]) byId(`tab-${list}`).addEventListener("click", () => update({ list }));
  const tabs = [byId("tab-instructions"), byId("tab-failures")];
  byId("lists").querySelector("[role=tablist]").addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = tabs[1 - tabs.indexOf(event.target)];
    other.focus();
    other.click();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-open], button[data-script]");
    if (!button) return;
    if (button.dataset.script) openScript(button.dataset.script);
    else openInstruction(Number(button.dataset.open));
  });
}

function renderTabs() {
  for (const list of ["instructions", "failures"]) {
    const chosen = state.list === list;
    byId(`tab-${list}`).setAttribute("aria-selected", chosen);
    byId(`tab-${list}`).tabIndex = chosen ? 0 : -1;
    byId(list).hidden = !chosen;
  }
}
