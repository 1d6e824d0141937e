/** What the search and the filters leave. */

/** What can be found of each instruction; opcodes are found by their bytes, from the first on. */
const sought = rows.map((row) => {
  const { prefix, number } = numbered(row.opcode);
  return {
    words: [row.key, row.type, row.feature, row.edition, ...row.anchors, ...row.traps].join(" ").toLowerCase(),
    opcodes: [row.opcode, `${prefix} ${hex(number)}`.trim()].map((bytes) => bytes.toLowerCase()),
  };
});
const OPCODE = /^(?:0x)?[0-9a-f]{2}(?: ?(?:0x)?[0-9a-f]{2,3})*$/;
const isScript = (query) => query.includes("/") || query.endsWith(".wast");

function matchesQuery(place, query) {
  const { words, opcodes } = sought[place];
  if (query.split(" ").every((word) => words.includes(word))) return true;
  if (!OPCODE.test(query)) return false;
  const bytes = query.replaceAll("0x", "");
  return opcodes.some((opcode) => opcode.startsWith(bytes) || opcode.replaceAll(" ", "").startsWith(bytes));
}

const folderOf = (script) => script.slice(0, Math.max(0, script.lastIndexOf("/"))) || ".";
const within = (script) => !state.folder || folderOf(script) === state.folder;

/** The places of the instructions that the scripts exercise for which `accept` holds. */
const exercisedIn = (accept) => new Set(report.scripts.flatMap((script, n) => (accept(script) ? report.exercised[n] : [])));

function matchesStatus(place, shown) {
  if (!state.status) return true;
  if (state.status === "differs") return differs(place);
  return shown.some((engine) => statusOf(engine, place) === state.status);
}

/** For each instruction whether it is left. A folder or a script leaves those that it exercises. */
function instructionsLeft() {
  const query = state.q.trim().toLowerCase();
  const shown = shownEngines();
  const byScript = isScript(query) ? exercisedIn((script) => script.toLowerCase().includes(query)) : new Set();
  const byFolder = state.folder ? exercisedIn(within) : null;
  return rows.map((row, place) =>
    (!query || matchesQuery(place, query) || byScript.has(place)) &&
    (!state.feature || row.feature === state.feature) &&
    (!byFolder || byFolder.has(place)) &&
    matchesStatus(place, shown));
}

const STATUS_OF_RESULTS = { failed: (status) => FAILED.has(status), unsupported: (status) => status === "unsupported" };

/** The commands that did not pass and are left, as `casesOn` gives them. */
function casesLeft() {
  const query = state.q.trim().toLowerCase();
  const named = new Set(rows.flatMap((row, place) => (query && matchesQuery(place, query) ? [place] : [])));
  const hasQuery = ({ command, results }) =>
    `${command.script}:${command.line} ${command.kind} ${command.source}`.toLowerCase().includes(query) ||
    results.some((r) => `${r.expected} ${r.got} ${r.rule} ${r.excuse}`.toLowerCase().includes(query) ||
      r.instructions.some((place) => named.has(place)));
  const hasFeature = ({ results }) => results.some((r) =>
    r.needs.split(" ").includes(state.feature) || r.instructions.some((place) => rows[place].feature === state.feature));
  const accepts = STATUS_OF_RESULTS[state.status];
  return casesOn(shownEngines(), commands.filter((command) => within(command.script))).filter((one) =>
    (!query || hasQuery(one)) && (!state.feature || hasFeature(one)) &&
    (!accepts || one.results.some((result) => accepts(result.status))));
}

/** The names of the scripts that are left. */
function scriptsLeft() {
  const query = state.q.trim().toLowerCase();
  return report.scripts.filter((script) => within(script) && (!query || script.toLowerCase().includes(query)));
}

let left = { instructions: rows.map(() => true), cases: null, scripts: report.scripts };

function findLeft() {
  left = { instructions: instructionsLeft(), cases: commands && casesLeft(), scripts: scriptsLeft() };
}

/** Whether the search or a filter leaves something out. */
const filtered = () => ["q", "feature", "folder", "status"].some((key) => state[key].trim());

function renderCount() {
  const where = state.folder ? ` exercised in ${state.folder}` : "";
  const parts = [`${count(left.instructions.filter(Boolean).length)} of ${several(rows.length, "instruction")}${where}`];
  if (left.cases) parts.push(several(left.cases.length, "failing or unsupported command"));
  // A script says nothing of a word that is looked for in instructions.
  if (left.scripts.length && !state.feature && !state.status) parts.push(several(left.scripts.length, "script"));
  byId("count").textContent = filtered() ? parts.join(", ") : "";
}

function prepareFilters() {
  const option = (value, words = value) => h("option", { value }, words);
  const features = [...new Set(rows.map((row) => row.feature))];
  byId("feature").append(option("", "any"), ...features.map((feature) => option(feature)));
  const folders = [...new Set(report.scripts.map(folderOf))];
  byId("folder").append(option("", "any"), ...folders.map((folder) => option(folder)));
  const found = Object.entries(STATUSES).filter(([status]) =>
    rows.some((row, place) => measured.some((engine) => statusOf(engine, place) === status)));
  byId("status").append(option("", "any"), ...found.map(([status, { words }]) => option(status, words)));
  if (measured.length > 1) byId("status").append(option("differs", "engines differ"));
  for (const key of ["feature", "folder", "status"])
    byId(key).addEventListener("change", () => update({ [key]: byId(key).value }));
  const query = byId("query");
  let waiting = 0;
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => update({ q: query.value }), 80);
  });
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("clear").addEventListener("click", (event) => {
    event.preventDefault();
    query.value = "";
    update({ q: "", feature: "", folder: "", status: "" });
  });
}

function renderFilters() {
  const query = byId("query");
  if (query.value.trim() !== state.q.trim() && document.activeElement !== query) query.value = state.q;
  for (const key of ["feature", "folder", "status"]) byId(key).value = state[key];
  byId("clear").disabled = !filtered();
}
