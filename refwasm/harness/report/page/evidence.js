/** Commands that did not pass, with what was expected, what came, and the lines of the script. */

const STEP = 25;
const SHORT = 4; // lines of source that are shown at once

/** The results that say the same, together. */
function alike(results) {
  const groups = new Map();
  for (const result of results) {
    const { status, expected, got, rule, excuse } = result;
    const key = JSON.stringify([status, expected, got, rule, excuse]);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(result);
  }
  return [...groups.values()];
}

function outcome(results) {
  const [{ status, expected, got, site, rule, needs, excuse }] = results;
  const labels = results.map(({ engine }) => engine.label).join(", ");
  const said = [
    ["expected", expected && h("code", {}, expected)],
    [status === "unsupported" || status === "skipped" ? "because" : "got", got && h("code", {}, got)],
    ["at", site && instructionButton(site)],
    ["rule", rule && h("code", {}, rule)],
    ["needs", needs],
    ["excused", excuse],
  ].filter(([, value]) => value);
  return h("div", { class: "outcome" },
    h("p", {}, h("span", { class: `chip ${FAILED.has(status) ? "bad" : ""}` }, status), " ",
      measured.length > 1 ? h("span", {}, labels) : ""),
    said.length ? h("dl", {}, said.map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])) : "");
}

const instructionButton = (key) =>
  placeOf.has(key) ? h("button", { type: "button", class: "link", "data-open": placeOf.get(key) }, key) : h("code", {}, key);

function sourceOf({ line, source }) {
  if (!source) return "";
  const texts = source.split("\n");
  const width = String(line + texts.length - 1).length;
  const lines = texts.map((text, n) => `${String(line + n).padStart(width)}  ${text}`).join("\n");
  const code = h("pre", { tabindex: 0, "aria-label": "source" }, lines);
  return texts.length <= SHORT ? code : h("details", {}, h("summary", {}, `${texts.length} lines of source`), code);
}

/** The instructions that ran, most implicated first. */
function ranHere(results) {
  const shown = shownEngines();
  const places = [...new Set(results.flatMap(({ instructions }) => instructions))];
  if (!places.length) return "";
  const score = new Map(places.map((place) => [place, highest(shown, place)]));
  const first = places.sort((a, b) => score.get(b) - score.get(a)).slice(0, 5);
  return h("p", { class: "ran" }, h("span", { class: "quiet" }, "ran "),
    first.flatMap((place, n) => [n ? ", " : "", instructionButton(rows[place].key)]),
    places.length > first.length ? h("span", { class: "quiet" }, ` and ${count(places.length - first.length)} more`) : "");
}

function caseOf({ command, results }, { script = true, ran = true } = {}) {
  const place = script
    ? [h("button", { type: "button", class: "link", "data-script": command.script }, command.script), `:${command.line}`]
    : [`line ${command.line}`];
  return [
    h("p", { class: "place" }, h("span", {}, place), " ", h("code", { class: "quiet" }, command.kind)),
    alike(results).map(outcome), sourceOf(command), ran ? ranHere(results) : "",
  ];
}

/** A list of cases, a step at a time; `options` as `caseOf` takes them. */
function listOf(cases, options) {
  const notes = note ? [h("p", { class: "quiet" }, note)] : [];
  return [...notes, ...bounded(cases, STEP, (one) => caseOf(one, options), "cases")];
}

let unpacking = h("p", { class: "empty" }, "Unpacking the evidence…");

function renderFailures() {
  const shown = byId("failures");
  if (!left.cases) shown.replaceChildren(unpacking.cloneNode(true));
  else if (left.cases.length) shown.replaceChildren(...listOf(left.cases));
  else shown.replaceChildren(h("p", { class: "empty" }, filtered() ? "No such command is left." : "Every command passed."));
  byId("tab-failures").textContent = left.cases ? `Not passed ${count(left.cases.length)}` : "Not passed";
}
