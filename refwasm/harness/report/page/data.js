/** The results: what the page holds at first sight, and the evidence once it is unpacked. */

const report = JSON.parse(byId("report").textContent);
const { rows, engines } = report;
const FAILED = new Set(report.failed);
const measured = engines.filter((engine) => !engine.missing);
const placeOf = new Map(rows.map((row, place) => [row.key, place]));

/** What a cell of the map can say, each with the sign that says it without colour. */
const STATUSES = {
  failed: { words: "failed", sign: "×" },
  suspected: { words: "implicated, though no assertion failed", sign: "~" },
  unsupported: { words: "unsupported", sign: "–" },
  partly: { words: "passed, in part unsupported", sign: "÷" },
  passed: { words: "passed", sign: "" },
  unexercised: { words: "not exercised", sign: "·" },
  untold: { words: "nothing tells what ran", sign: "?" },
};

/** How the instruction at `place` did on `engine`: a key of STATUSES. */
function statusOf(engine, place) {
  const { passed, failed, unsupported, implicated } = engine.instructions;
  if (!passed.length) return "untold";
  if (failed[place]) return "failed";
  if (implicated[place]) return "suspected";
  if (unsupported[place]) return passed[place] ? "partly" : "unsupported";
  return passed[place] ? "passed" : "unexercised";
}

/** One figure of an instruction on an engine; 0 if nothing tells. */
const figure = (engine, name, place) => engine.instructions[name][place] ?? 0;

/** Whether the engines that tell disagree about an instruction. */
function differs(place) {
  const said = measured.map((engine) => statusOf(engine, place)).filter((status) => status !== "untold");
  return new Set(said).size > 1;
}

const highest = (shown, place) => Math.max(0, ...shown.map((engine) => figure(engine, "implicated", place)));
const total = (shown, name, place) => sum(shown.map((engine) => figure(engine, name, place)));

/** The number that an opcode's bytes after the prefix are, in LEB128, or that its one byte is. */
function numbered(opcode) {
  const bytes = opcode.split(" ").map((byte) => parseInt(byte, 16));
  if (bytes.length === 1) return { prefix: "", number: bytes[0] };
  const number = bytes.slice(1).reduce((value, byte, place) => value + (byte & 0x7f) * 2 ** (7 * place), 0);
  return { prefix: opcode.slice(0, 2), number };
}

const hex = (number, digits = 2) => number.toString(16).toUpperCase().padStart(digits, "0");

/** The place in the standard that `anchor` names. */
function standardLink(anchor) {
  const page = report.standard[anchor.split("-")[0]];
  return page ? `${page}#${anchor.toLowerCase().replace(/[^a-z0-9]+/g, "-")}` : null;
}

/** The commands that did not pass on some engine: {script, line, kind, source, results}, in the suite's order. */
let commands = null;
let note = ""; // on the lines of the scripts

async function unpackEvidence() {
  const bytes = Uint8Array.from(atob(byId("evidence").textContent), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const evidence = JSON.parse(await new Response(stream).text());
  note = evidence.note;
  commands = commandsOf(evidence);
}

function commandsOf({ commands: columns, results, sources, sets, texts }) {
  const found = columns.line.map((line, place) => {
    const script = texts[columns.script[place]];
    return { script, line, kind: texts[columns.kind[place]], source: texts[sources[script]?.[line]] ?? "", results: [] };
  });
  results.forEach((of, place) => of.command.forEach((command, i) => {
    const text = (name) => texts[of[name][i]];
    found[command].results.push({
      engine: engines[place], instructions: sets[of.set[i]],
      status: text("status"), expected: text("expected"), got: text("got"),
      site: text("site"), rule: text("rule"), needs: text("needs"), excuse: text("excuse"),
    });
  }));
  const order = new Intl.Collator("en", { numeric: true });
  return found.sort((a, b) => order.compare(a.script, b.script) || a.line - b.line);
}

/** The results of a command on the engines `shown`. */
const resultsOn = (command, shown) => command.results.filter((result) => shown.includes(result.engine));

/** Commands with what they say of `shown`: failures first, then what was unsupported or skipped. */
function casesOn(shown, among = commands) {
  const cases = among
    .map((command) => ({ command, results: resultsOn(command, shown) }))
    .filter(({ results }) => results.length);
  const failed = ({ results }) => results.some((result) => FAILED.has(result.status));
  return [...cases.filter(failed), ...cases.filter((one) => !failed(one))];
}
