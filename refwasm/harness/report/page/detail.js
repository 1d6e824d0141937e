/** One instruction, or one script, in the place of the lists. */

let openedFrom = null; // what has the focus again afterwards

function openInstruction(place) {
  openedFrom = document.activeElement;
  update({ i: rows[place].key, script: "" });
  focusDetail();
}

function openScript(script) {
  openedFrom = document.activeElement;
  update({ script, i: "" });
  focusDetail();
}

function focusDetail() {
  byId("detail").scrollTop = 0;
  byId("detail-heading").focus({ preventScroll: window.innerWidth >= 1100 });
}

function closeDetail() {
  const place = placeOf.get(state.i);
  update({ i: "", script: "" });
  if (openedFrom?.isConnected && openedFrom.getClientRects().length) openedFrom.focus();
  else if (place !== undefined) focusCell(place);
  else byId("tab-instructions").focus();
}

function renderDetail() {
  const open = Boolean(state.i || state.script);
  byId("detail").hidden = !open;
  byId("lists").hidden = open;
  if (!open) byId("detail").replaceChildren();
  else if (state.i) byId("detail").replaceChildren(...instructionDetail(placeOf.get(state.i)));
  else byId("detail").replaceChildren(...scriptDetail(state.script));
}

function detailHead(above, name) {
  return h("header", {},
    h("div", {}, h("p", { class: "quiet" }, above), h("h2", { id: "detail-heading", tabindex: -1 }, name)),
    h("button", { type: "button", class: "control", id: "close", "aria-keyshortcuts": "Escape", onclick: closeDetail }, "Close"));
}

function instructionDetail(place) {
  const row = rows[place];
  return [
    detailHead(h("code", {}, row.opcode), row.key),
    h("p", { class: "type" }, h("code", {}, row.type || "->")),
    h("dl", { class: "facts" },
      fact("Feature", row.feature), fact("Edition", row.edition),
      fact("Standard", row.anchors.flatMap((anchor, n) => [n ? ", " : "", anchorLink(anchor)])),
      fact("Traps", row.traps.length ? h("ul", {}, row.traps.map((trap) => trapItem(trap, place))) : "none")),
    figuresTable(place),
    ...casesOfInstruction(place),
  ];
}

const fact = (name, value) => [h("dt", {}, name), h("dd", {}, value)];

function anchorLink(anchor) {
  const href = standardLink(anchor);
  return href ? h("a", { href, rel: "noreferrer", target: "_blank" }, anchor) : anchor;
}

function trapItem(trap, place) {
  const telling = measured.filter((engine) => engine.instructions.passed.length);
  const seen = telling.filter((engine) => engine.instructions.traps[place]?.includes(trap));
  const all = seen.length === telling.length;
  const words = !seen.length ? "not seen" : all || telling.length === 1 ? "seen" : `seen on ${seen.map((engine) => engine.label).join(", ")}`;
  return h("li", {}, `“${trap}” `, h("span", { class: "quiet" }, words));
}

function figuresTable(place) {
  const lines = measured.map((engine) => {
    const sample = h("span", { class: "cell" }, h("span", { "aria-hidden": "true" }));
    paint(sample, place, [engine]);
    return [
      [sample, engine.label], STATUSES[statusOf(engine, place)].words, h("span", { class: "score" }, scored(figure(engine, "implicated", place)) || "–"),
      ...["failed", "passed", "unsupported"].map((name) => figure(engine, name, place)),
    ];
  });
  const built = table(`${rows[place].key} on each engine`, ["Engine", "Status", "Implicated", "Failed", "Passed", "Unsupported"], lines, "figures told");
  [...built.tBodies[0].rows].forEach((line, n) => line.classList.toggle("selected", measured[n].label === state.engine));
  return h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": "Figures for each engine" }, built);
}

function casesOfInstruction(place) {
  if (!commands) return [unpacking.cloneNode(true)];
  const shown = shownEngines();
  const ran = casesOn(shown)
    .map(({ command, results }) => ({ command, results: results.filter(({ instructions }) => instructions.includes(place)) }))
    .filter(({ results }) => results.length);
  return casesBelow(ran, { ran: false });
}

function casesBelow(cases, options) {
  const failed = ({ results }) => results.some(({ status }) => FAILED.has(status));
  const groups = [["Failing", cases.filter(failed)], ["Unsupported or skipped", cases.filter((one) => !failed(one))]];
  const where = state.engine ? ` on ${state.engine}` : "";
  const filled = groups.filter(([, group]) => group.length);
  if (!filled.length) return [h("p", { class: "empty" }, `Nothing that did not pass${where}.`)];
  return filled.flatMap(([name, group]) => [
    h("h3", {}, `${name}${where} `, h("span", { class: "quiet" }, several(group.length, "command"))), ...listOf(group, options)]);
}

function scriptDetail(script) {
  const shown = shownEngines();
  const lines = measured.map((engine) => {
    const [, assertions, seconds, counts] = engine.scripts.find(([place]) => report.scripts[place] === script) ?? [0, 0, 0, {}];
    return [engine.label, sum(Object.values(counts)), assertions, counts.pass ?? 0, sum(report.failed.map((status) => counts[status] ?? 0)),
      counts.unsupported ?? 0, h("span", { class: "score" }, seconds.toFixed(2))];
  });
  const lost = shown.filter((engine) => engine.lost[script]).map((engine) =>
    h("p", { class: "notice" }, `Not reported whole by ${engine.label}: ${engine.lost[script]}`));
  return [
    detailHead("Script", script),
    h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": "Figures for each engine" },
      table(`${script} on each engine`, ["Engine", "Commands", "Assertions", "Passed", "Failed", "Unsupported", "Seconds"], lines, "figures")),
    ...lost,
    ...(commands ? casesBelow(casesOn(shown, commands.filter((command) => command.script === script)), { script: false }) : [unpacking.cloneNode(true)]),
  ];
}
