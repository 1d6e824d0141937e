/** The scripts by folder, and the circumstances of the run. */

/** For each folder: the scripts left, with what became of them on each engine shown. */
function folders(shown) {
  const found = new Map();
  const results = shown.map((engine) => new Map(engine.scripts.map((one) => [report.scripts[one[0]], one])));
  for (const script of left.scripts) {
    const folder = folderOf(script);
    if (!found.has(folder)) found.set(folder, []);
    found.get(folder).push({ script, of: results.map((scripts) => scripts.get(script)) });
  }
  return found;
}

/** Sums over scripts: commands, assertions, seconds, counts by status. */
function summed(scripts) {
  const counts = {};
  for (const [, , , one] of scripts) for (const [status, n] of Object.entries(one)) counts[status] = (counts[status] ?? 0) + n;
  return {
    commands: sum(Object.values(counts)), counts,
    assertions: sum(scripts.map(([, assertions]) => assertions)), seconds: sum(scripts.map(([, , seconds]) => seconds)),
  };
}

/** The columns: for one engine each status that occurs, for several how much of all passed on each. */
function scriptColumns(shown) {
  if (shown.length > 1)
    return shown.map((engine, n) => ({ head: engine.label, of: (parts) => becameOf(summed(parts[n]).counts) }));
  const seen = report.statuses.filter((status) => status === "pass" || totalsOf(shown[0], status));
  return [
    { head: "commands", of: ([parts]) => summed(parts).commands },
    { head: "assertions", of: ([parts]) => summed(parts).assertions },
    ...seen.map((status) => ({ head: status, of: ([parts]) => summed(parts).counts[status] ?? 0, kind: kindOf(status) })),
    { head: "seconds", of: ([parts]) => summed(parts).seconds.toFixed(2) },
  ];
}

const totalsOf = (engine, status) => (engine.assertions[status] ?? 0) + (engine.others[status] ?? 0);

/** What became of commands, each kind with the sign and the words that say it without colour. */
const KINDS = {
  passed: { sign: "", words: "passed" },
  failed: { sign: "×", words: "failed" },
  unsupported: { sign: "–", words: "unsupported" },
  skipped: { sign: "»", words: "skipped" },
};
const kindOf = (status) => (FAILED.has(status) ? "failed" : status === "pass" ? "passed" : status);

/** How many of each kind there are, of commands by status. */
function kindsOf(counts) {
  const found = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, 0]));
  for (const [status, n] of Object.entries(counts)) found[kindOf(status)] += n;
  return found;
}

function piece(kind, text, spoken) {
  const { sign, words } = KINDS[kind];
  return h("span", { class: `piece ${kind}` }, sign && h("span", { "aria-hidden": "true" }, `${sign}\u00a0`), text,
    spoken ? h("span", { class: "unseen" }, ` ${words}`) : "");
}

function becameOf(counts) {
  const found = Object.entries(kindsOf(counts)).filter(([, n]) => n);
  return found.length ? found.flatMap(([kind, n]) => [piece(kind, count(n), true), " "]) : h("span", { class: "quiet" }, "none");
}

/** What the pieces of the cells say, as far as they occur. */
function piecesLegend(shown) {
  const seen = kindsOf({});
  for (const engine of shown) for (const [, , , counts] of engine.scripts)
    for (const [kind, n] of Object.entries(kindsOf(counts))) seen[kind] += n;
  return h("ul", { class: "legend", "aria-label": "What the figures say" },
    Object.entries(KINDS).filter(([kind]) => seen[kind]).map(([kind, { words }]) => h("li", {}, piece(kind, kind === "passed" ? "12" : "3", false), words)));
}

function scriptLine(columns, name, parts, kind) {
  return h("tr", { class: kind }, name, columns.map(({ of, kind: state }) => {
    const content = of(parts);
    const shown = typeof content === "number" ? (content ? count(content) : "–") : content;
    return h("td", { class: "number" }, state && content ? h("span", { class: `piece ${state}` }, shown) : shown);
  }));
}

const openFolders = new Set();

function folderLines(columns, folder, scripts, shown) {
  const partsOf = (some) => shown.map((engine, n) => some.map(({ of }) => of[n]).filter(Boolean));
  const open = openFolders.has(folder) || Boolean(state.q || state.folder);
  const inner = scripts.map((one) => {
    const line = scriptLine(columns, h("th", { scope: "row" }, h("button", { type: "button", class: "link", "data-script": one.script }, one.script.slice(folder === "." ? 0 : folder.length + 1))), partsOf([one]), "script");
    line.hidden = !open;
    return line;
  });
  const toggle = h("button", { type: "button", class: "fold", "aria-expanded": open, onclick: () => {
    const now = toggle.getAttribute("aria-expanded") === "false";
    toggle.setAttribute("aria-expanded", now);
    openFolders[now ? "add" : "delete"](folder);
    for (const line of inner) line.hidden = !now;
  } }, folder, h("span", { class: "quiet" }, ` ${several(scripts.length, "script")}`));
  return h("tbody", {}, scriptLine(columns, h("th", { scope: "row" }, toggle), partsOf(scripts), "folder"), inner);
}

function renderScripts() {
  const shown = shownEngines();
  const body = byId("scripts-body");
  if (!shown.length || !left.scripts.length) {
    body.replaceChildren(h("p", { class: "empty" }, "No script."));
    return;
  }
  const columns = scriptColumns(shown);
  const found = folders(shown);
  const all = shown.map((engine, n) => [...found.values()].flat().map(({ of }) => of[n]).filter(Boolean));
  const caption = shown.length > 1 ? "Commands by folder and engine" : `Commands by folder on ${shown[0].label}`;
  body.replaceChildren(shown.length > 1 ? piecesLegend(shown) : "", h("table", { class: "plain scripts" },
    h("caption", {}, caption),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "folder"), columns.map(({ head }) => h("th", { scope: "col", class: "number" }, head)))),
    [...found].map(([folder, scripts]) => folderLines(columns, folder, scripts, shown)),
    h("tfoot", {}, scriptLine(columns, h("th", { scope: "row" }, `total ${several(left.scripts.length, "script")}`), all, "total"))));
}

const NAMED = 40; // instructions that a note names

/** What holds whichever engine is shown. */
function prepareRun() {
  const { run } = report;
  const facts = [
    ["Suite", run.suite], ["Edition", [run.spec, ...run.features].join(" ")], ["Table of instructions", run.table],
    ["refwasm", run.version], ["Python", run.python], ["Platform", run.platform], ["Begun", run.started],
    ["Took", `${run.seconds.toFixed(1)} s in ${several(run.workers, "process", "processes")}`],
    ["Part of the run", run.shard], ["Assertions", several(Math.max(0, ...measured.map((engine) => sum(Object.values(engine.assertions)))), "assertion")],
  ].filter(([, value]) => value);
  byId("run").append(
    h("dl", { class: "facts" }, facts.map(([name, value]) => fact(name, value))),
    h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": "Engines" }, enginesTable()),
    ...engines.flatMap(engineNotes));
}

function enginesTable() {
  const lines = engines.map((engine) => {
    const { all, passed, failed, unsupported, skipped } = totals(engine);
    const told = engine.traced ? "its own trace" : engine.mapped ? "the map of the suite" : "nothing";
    return [engine.label, engine.missing || engine.version || engine.name, engine.way, engine.missing ? "" : told,
      engine.lacks.join(", "), all, passed, failed, unsupported, skipped, engine.excused];
  });
  return table("Engines", ["Engine", "Version", "Run by", "Instructions told by", "Lacks", "Commands", "Passed", "Failed", "Unsupported", "Skipped", "Excused"], lines);
}

function engineNotes(engine) {
  const named = (places) => [
    places.slice(0, NAMED).flatMap((place, n) => [n ? ", " : "", instructionButton(rows[place].key)]),
    places.length > NAMED ? ` and ${count(places.length - NAMED)} more, which the status filter shows` : "",
  ];
  const unexercised = rows.map((row, place) => place).filter((place) => statusOf(engine, place) === "unexercised");
  const lost = Object.entries(engine.lost);
  const notes = [
    engine.explained.length && [several(engine.explained.length, "instruction explains", "instructions explain") + (engine.hedge ? " failures" : " all failures"),
      [named(engine.explained), engine.hedge && h("span", { class: "quiet" }, ` (${engine.hedge})`)]],
    unexercised.length && ["Not exercised", named(unexercised)],
    lost.length && ["Not reported whole", h("ul", {}, lost.map(([script, why]) => h("li", {}, h("code", {}, script), ` ${why}`)))],
  ].filter(Boolean);
  if (!notes.length || engine.missing) return [];
  return [h("h3", {}, engine.label), h("dl", { class: "facts" }, notes.map(([name, value]) => fact(name, value)))];
}
