/** All together: the first sight, then the evidence. */

function prepareTheme() {
  const button = byId("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => document.documentElement.dataset.theme;
  const isDark = () => (chosen() ? chosen() === "dark" : dark.matches);
  const show = () => button.setAttribute("aria-pressed", isDark());
  button.addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    show();
  });
  dark.addEventListener("change", show);
  show();
}

function prepareKeys() {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      byId("query").focus();
      byId("query").select();
    } else if (event.key === "Escape") onEscape(event);
  });
}

/** Escape empties the search that has the focus, else closes what is open. */
function onEscape(event) {
  if (event.target.id === "query" && byId("query").value) {
    event.preventDefault();
    byId("query").value = "";
    update({ q: "" });
  } else if (state.i || state.script) closeDetail();
}

function prepareHead() {
  document.title = report.title;
  const { run } = report;
  const parts = [`suite ${run.suite}`, `edition ${[run.spec, ...run.features].join(" ")}`, run.shard && `part ${run.shard}`,
    `by refwasm ${run.version}`, run.started.slice(0, 10)];
  byId("title").textContent = parts.filter(Boolean).join(" · ");
  byId("verdict").textContent = report.verdict;
  byId("verdict").classList.toggle("bad", !report.ok);
  byId("notice").textContent = report.run.notice;
  byId("notice").hidden = !report.run.notice;
  byId("stale").hidden = !report.stale.length;
  byId("stale").append(...bounded(report.stale, STEP, (line) => line, "vain"));
}

/** What each key of the state changes; what is left is found first. */
function connect() {
  view("engine q feature folder status evidence", findLeft);
  view("engine q feature folder status", renderFilters);
  view("engine", renderEngines);
  view("engine", renderMap);
  view("q feature folder status", renderFound);
  view("i", renderSelection);
  view("engine q feature folder status sort i", renderInstructions);
  view("engine q feature folder status evidence", renderFailures);
  view("list", renderTabs);
  view("engine i script evidence", renderDetail);
  view("engine q folder", renderScripts);
  view("engine q feature folder status evidence", renderCount);
}

/** Only filters have to do with both the evidence and the instructions. */
function renderWith(key) {
  for (const { keys, render } of views) if (keys.includes(key) || (filtered() && keys.includes("folder"))) render();
}

function renderAll() {
  for (const { render } of views) render();
}

async function start() {
  prepareHead();
  prepareTheme();
  if (rows.length) prepareMap();
  prepareEngines();
  prepareFilters();
  prepareLists();
  prepareRun();
  prepareKeys();
  connect();
  state = readAddress();
  renderAll();
  byId("main").hidden = false;
  performance.mark("shown");
  addEventListener("popstate", () => show(readAddress()));
  await new Promise(requestAnimationFrame);
  try {
    await unpackEvidence();
  } catch (error) {
    unpacking = h("p", { class: "empty" }, `This browser cannot unpack the evidence: ${error.message}`);
  }
  renderWith("evidence");
  document.documentElement.dataset.ready = "";
  performance.mark("ready");
}

start();
