/** What is shown, which is what the address says after `#`. */

const DEFAULTS = {
  engine: "", // a label; nothing for all engines
  i: "", // the instruction opened
  script: "", // the script opened
  q: "", feature: "", folder: "", status: "",
  sort: "implicated", list: "instructions",
};
let state = { ...DEFAULTS };
const views = []; // of {keys, render}

/** Have `render` called when one of the `keys` of the state changes. */
function view(keys, render) {
  views.push({ keys: keys.split(" "), render });
}

function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  const read = Object.fromEntries(Object.keys(DEFAULTS).map((key) => [key, given.get(key) ?? DEFAULTS[key]]));
  if (!measured.some((engine) => engine.label === read.engine)) read.engine = "";
  if (measured.length === 1) read.engine = measured[0].label;
  if (!placeOf.has(read.i)) read.i = "";
  return read;
}

function address() {
  const said = Object.entries(state).filter(([key, value]) => value !== DEFAULTS[key]);
  return `#${new URLSearchParams(said).toString().replaceAll("%2F", "/")}`;
}

/** Change the state and what shows it. What is opened is an entry of the browser's history. */
function update(changes) {
  const opened = ["i", "script"].some((key) => changes[key] && changes[key] !== state[key]);
  show({ ...state, ...changes });
  history[opened ? "pushState" : "replaceState"](null, "", address());
}

function show(next) {
  const changed = Object.keys(DEFAULTS).filter((key) => next[key] !== state[key]);
  state = next;
  for (const { keys, render } of views) if (keys.some((key) => changed.includes(key))) render();
}

/** The engines that are shown. */
const shownEngines = () => (state.engine ? measured.filter((engine) => engine.label === state.engine) : measured);
