/** The map: a grid for the one-byte opcodes and for each prefix, sixteen numbers to a line. */

const COLUMNS = 16;
const cells = []; // the element of each row of the table
const lines = []; // of all grids in turn: {grid, places}, where a place may be missing
let current = 0; // the place that the Tab key reaches

function prepareMap() {
  const grids = new Map(); // prefix -> lines of places
  rows.forEach((row, place) => {
    const { prefix, number } = numbered(row.opcode);
    if (!grids.has(prefix)) grids.set(prefix, []);
    const grid = grids.get(prefix);
    const line = Math.floor(number / COLUMNS);
    while (grid.length <= line) grid.push(Array(COLUMNS).fill(null));
    grid[line][number % COLUMNS] = place;
  });
  while (grids.get("")?.length < COLUMNS) grids.get("").push(Array(COLUMNS).fill(null));
  const prefixes = [...grids.keys()].sort();
  const largest = prefixes.reduce((a, b) => (b && (!a || grids.get(b).length > grids.get(a).length) ? b : a), "");
  const beside = prefixes.length > 1 ? [largest] : [];
  for (const group of [prefixes.filter((prefix) => !beside.includes(prefix)), beside])
    byId("grids").append(h("div", {}, group.map((prefix) => gridOf(prefix, grids))));
  byId("grids").lastElementChild.append(byId("legend"));
  current = inOrder()[0];
  cells[current].tabIndex = 0;
  byId("grids").addEventListener("keydown", onMapKey);
  byId("grids").addEventListener("focusin", (event) => readOut(event.target));
  byId("grids").addEventListener("pointerover", (event) => readOut(event.target));
  byId("grids").addEventListener("click", (event) => {
    const place = placeAt(event.target);
    if (place >= 0) openInstruction(place);
  });
}

function gridOf(prefix, grids) {
  const places = grids.get(prefix);
  const name = prefix ? `Opcodes after ${prefix}` : "One-byte opcodes";
  const n = places.flat().filter((place) => place !== null).length;
  const digits = Array.from({ length: COLUMNS }, (_, column) =>
    h("th", { scope: "col", "aria-label": `low digit ${hex(column, 1)}` }, hex(column, 1)));
  return [
    h("h3", {}, prefix ? h("code", {}, prefix) : "One byte", h("span", { class: "quiet" }, ` ${several(n, "instruction")}`)),
    h("table", { role: "grid", "aria-label": name, class: "grid" },
      h("thead", {}, h("tr", {}, h("td"), digits)),
      h("tbody", {}, places.map((line, number) => {
        lines.push({ grid: prefix, places: line });
        return h("tr", {}, h("th", { scope: "row" }, hex(number * COLUMNS)), line.map((place, column) => cellOf(place, prefix ? "" : hex(number * COLUMNS + column), grids)));
      }))),
  ];
}

/** The cell of an instruction, or of the number `byte`, which may be a prefix or nothing. */
function cellOf(place, byte, grids) {
  if (place === null) {
    if (byte && grids.has(byte)) return h("td", { class: "prefix", "aria-label": `prefix ${byte}` }, byte);
    return h("td", { class: "nothing", "aria-label": "not in the table" });
  }
  cells[place] = h("td", { class: "cell", tabindex: -1, "data-place": place }, h("span", { "aria-hidden": "true" }));
  return cells[place];
}

function placeAt(target) {
  const cell = target.closest("[data-place]");
  return cell ? Number(cell.dataset.place) : -1;
}

/** What an instruction's cell says, in words. */
function spoken(place) {
  const shown = shownEngines();
  const said = shown.map((engine) => {
    const status = statusOf(engine, place);
    const failed = figure(engine, "failed", place);
    const score = figure(engine, "implicated", place);
    const more = status === "suspected" ? ` (${score.toFixed(2)})` : status === "failed" ? ` in ${several(failed, "assertion")}, implicated ${score.toFixed(2)}` : "";
    const words = `${STATUSES[status].words}${more}`;
    return shown.length > 1 ? [engine.label, words] : ["", words];
  });
  const groups = new Map();
  for (const [label, words] of said) groups.set(words, [...(groups.get(words) ?? []), label]);
  if (groups.size === 1) return [...groups.keys()][0];
  return [...groups].map(([words, labels]) => `${labels.join(", ")}: ${words}`).join("; ");
}

const spokenName = (place) => `${rows[place].key}, ${rows[place].opcode}: ${spoken(place)}`;

function readOut(target) {
  const place = placeAt(target);
  if (place < 0) return;
  const { key, opcode } = rows[place];
  byId("readout").replaceChildren(h("code", {}, opcode), " ", h("strong", {}, key), ` ${spoken(place)}`);
}

/** Have `element` say by its class, its sign and its fill how the instruction did on the engines `shown`. */
function paint(element, place, shown) {
  const statuses = shown.map((engine) => statusOf(engine, place));
  const failing = statuses.filter((status) => status === "failed").length;
  const mixed = new Set(statuses).size > 1;
  const kind = mixed ? "mixed" : statuses[0];
  const worst = Object.entries(STATUSES).find(([status]) => statuses.includes(status))[1].sign;
  element.className = `cell ${kind}`;
  element.classList.toggle("counted", mixed && failing > 0);
  element.classList.toggle("explains", shown.some((engine) => engine.explained.includes(place)));
  element.firstElementChild.textContent = mixed ? failing || worst : STATUSES[kind].sign;
  element.style.setProperty("--level", fillOf(highest(shown, place)));
  element.style.backgroundImage = mixed ? stripes(shown, place) : "";
}

const fillOf = (score) => `${Math.max(8, Math.round(score * 100))}%`;

/** One stripe for each engine, in their order. */
function stripes(shown, place) {
  const width = 100 / shown.length;
  const stops = shown.map((engine, n) =>
    `${colourOf(statusOf(engine, place), figure(engine, "implicated", place))} ${n * width}% ${(n + 1) * width}%`);
  return `linear-gradient(to right, ${stops.join(", ")})`;
}

const colourOf = (status, score) =>
  status === "failed" || status === "suspected" ? `color-mix(in oklab, var(--failing) ${Math.round(25 + 75 * score)}%, var(--failed))` : `var(--${status})`;

function renderMap() {
  const shown = shownEngines();
  cells.forEach((cell, place) => {
    paint(cell, place, shown);
    cell.setAttribute("aria-label", spokenName(place));
  });
  renderFound();
  renderLegend(shown);
}

/** What the filters leave out steps back. */
function renderFound() {
  cells.forEach((cell, place) => cell.classList.toggle("out", !left.instructions[place]));
}

function renderSelection() {
  cells.forEach((cell, place) => cell.setAttribute("aria-selected", rows[place].key === state.i));
}

function renderLegend(shown) {
  const item = (kind, sign, words, level) => {
    const sample = h("span", { class: `cell ${kind}`, "aria-hidden": "true" }, h("span", {}, sign));
    if (level) sample.style.setProperty("--level", level);
    return h("li", {}, sample, words);
  };
  const seen = new Set(shown.flatMap((engine) => rows.map((row, place) => statusOf(engine, place))));
  const plain = Object.entries(STATUSES).filter(([status]) => seen.has(status) && status !== "failed");
  const failed = [item("failed", "×", "failed", "15%"), item("failed", "×", "the fuller, the more implicated", "85%")];
  const sample = h("span", { class: "cell mixed counted", "aria-hidden": "true" }, h("span", {}, "2"));
  sample.style.backgroundImage = "linear-gradient(to right, var(--failing) 40%, var(--passed) 40% 80%, var(--unsupported) 80%)";
  byId("legend").replaceChildren(
    ...(seen.has("failed") ? failed : []),
    ...(shown.some((engine) => engine.explained.length) ? [item("failed explains", "×", explaining(shown), "85%")] : []),
    ...plain.map(([status, { sign, words }]) => item(status, sign, words)),
    ...(shown.length > 1 ? [h("li", {}, sample, "engines differ: a stripe for each, the number fails")] : []),
    item("nothing", "", "not in the table"));
}

const explaining = (shown) =>
  shown.some((engine) => engine.hedge) ? "explains failures (see “About this run”)" : "of the fewest that explain all failures";

function focusCell(place) {
  cells[current].tabIndex = -1;
  current = place;
  cells[place].tabIndex = 0;
  cells[place].focus();
}

/** The instructions in the order of their lines. */
const inOrder = () => lines.flatMap(({ places }) => places).filter((place) => place !== null);

function onMapKey(event) {
  const place = placeAt(event.target);
  if (place < 0 || event.altKey || event.metaKey) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    openInstruction(place);
    return;
  }
  const next = reached(event.key, event.ctrlKey, place);
  if (next === undefined) return;
  event.preventDefault();
  if (next !== null) focusCell(next);
}

/** The place that a key goes to; null if there is none, undefined if the key means nothing here. */
function reached(key, control, place) {
  const order = inOrder();
  const line = lines.findIndex(({ places }) => places.includes(place));
  const column = lines[line].places.indexOf(place);
  const ofLine = lines[line].places.filter((other) => other !== null);
  const grids = [...new Set(lines.map(({ grid }) => grid))];
  const firstOf = (grid) => lines.filter((other) => other.grid === grid).flatMap(({ places }) => places).find((other) => other !== null);
  const vertically = (step) => {
    for (let n = line + step; lines[n]; n += step) if (lines[n].places[column] !== null) return lines[n].places[column];
    return null;
  };
  switch (key) {
    case "ArrowRight": return order[order.indexOf(place) + 1] ?? null;
    case "ArrowLeft": return order[order.indexOf(place) - 1] ?? null;
    case "ArrowDown": return vertically(1);
    case "ArrowUp": return vertically(-1);
    case "Home": return control ? order[0] : ofLine[0];
    case "End": return (control ? order : ofLine).at(-1);
    case "PageDown": return firstOf(grids[grids.indexOf(lines[line].grid) + 1]) ?? null;
    case "PageUp": return firstOf(grids[grids.indexOf(lines[line].grid) - 1]) ?? null;
    default: return undefined;
  }
}
