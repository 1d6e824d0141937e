/** The engines, of which one or all are shown. */

/** The share of its assertions that an engine passes. */
function passing(engine) {
  return share(engine.assertions.pass ?? 0, sum(Object.values(engine.assertions)));
}

/** The counts of all commands, by what a card says of them. */
function totals(engine) {
  const of = (status) => (engine.assertions[status] ?? 0) + (engine.others[status] ?? 0);
  const by = (accept) => sum(report.statuses.filter(accept).map(of));
  return {
    all: by(() => true),
    passed: of("pass"),
    failed: by((status) => FAILED.has(status)),
    unexpected: of("unexpected"),
    unsupported: of("unsupported"),
    skipped: of("skipped"),
  };
}

function bar(parts) {
  const all = sum(parts.map(([, n]) => n));
  return h("span", { class: "bar", "aria-hidden": "true" }, parts.filter(([, n]) => n).map(([kind, n]) => {
    const part = h("span", { class: kind });
    part.style.flexGrow = Math.max(n, all / 100);
    return part;
  }));
}

function card(value, { name, version, figure, of, said, parts }) {
  return h("label", { class: "card" },
    h("input", { type: "radio", name: "engine", value, onchange: () => update({ engine: value }) }),
    h("span", { class: "name" }, h("span", {}, name), " ", h("strong", {}, figure),
      of && [" ", h("span", { class: "quiet of" }, of)]), " ",
    h("span", { class: "quiet version", title: version }, version), " ",
    h("span", { class: "said" }, said), bar(parts));
}

function engineCard(engine) {
  const { all, passed, failed, unexpected, unsupported, skipped } = totals(engine);
  const version = engine.version.startsWith(`${engine.label} `) ? engine.version.slice(engine.label.length) : engine.version;
  const said = [
    failed && h("span", { class: "bad" }, `${count(failed)} failed`),
    unexpected && h("span", { class: "bad" }, `${count(unexpected)} of them since they passed`),
    unsupported && `${count(unsupported)} unsupported`,
    skipped && `${count(skipped)} skipped`,
    Object.keys(engine.lost).length && h("span", { class: "bad" }, `${count(Object.keys(engine.lost).length)} lost`),
  ].filter(Boolean);
  return card(engine.label, {
    name: engine.label, version: version.trim(), figure: passing(engine), of: "of assertions",
    said: said.length ? said.flatMap((part, n) => (n ? [", ", part] : [part])) : all ? "nothing failed" : "nothing ran",
    parts: [["passed", passed], ["failed", failed], ["unsupported", unsupported], ["skipped", skipped]],
  });
}

function allCard() {
  const different = rows.filter((row, place) => differs(place)).length;
  return card("", {
    name: "All engines", version: `${measured.length} measured`, figure: count(different),
    said: different === 1 ? "instruction differs" : "instructions differ",
    parts: [["differing", different], ["skipped", rows.length - different]],
  });
}

function prepareEngines() {
  const absent = engines.filter((engine) => engine.missing).map((engine) =>
    h("p", { class: "card absent" }, h("span", { class: "name" }, engine.label), " ",
      h("span", { class: "version" }, engine.absent ? "not measured" : h("span", { class: "bad" }, "does not start")), " ",
      h("span", { class: "said", title: engine.missing }, engine.missing.replace(/^[a-z ]*: /, ""))));
  byId("engines").append(...(measured.length > 1 ? [allCard()] : []), ...measured.map(engineCard), ...absent);
}

function renderEngines() {
  for (const input of byId("engines").querySelectorAll("input")) input.checked = input.value === state.engine;
}
