"use strict";

const byId = (id) => document.getElementById(id);

/**
 * An element `tag`; `properties` that begin with "on" are listeners, the others attributes, which are there
 * unless they are null or false. Those of ARIA say "true" and "false".
 */
function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    const left = value === null || value === undefined || (value === false && !name.startsWith("aria-"));
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (!left) element.setAttribute(name, value === true && !name.startsWith("aria-") ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

const count = (n) => n.toLocaleString("en").replaceAll(",", "\u202f");
const several = (n, one, many = `${one}s`) => `${count(n)} ${n === 1 ? one : many}`;
const sum = (numbers) => numbers.reduce((total, n) => total + n, 0);
const scored = (score) => (score ? score.toFixed(2) : "");

/** The share of `n` in `total` as a percentage that says 100 only where it is all. */
function share(n, total) {
  if (!total) return "–";
  if (n === total) return "100 %";
  return `${(Math.floor((n * 1000) / total) / 10).toFixed(1)} %`;
}

/** A table of `heads` (text, or an element) over `lines` of cells; the first cell of a line is its header. */
function table(caption, heads, lines, kind = "") {
  const cell = (content, column) => {
    const number = typeof content === "number";
    const shown = number ? (content ? count(content) : "–") : content;
    return column ? h("td", { class: number ? "number" : null }, shown) : h("th", { scope: "row" }, shown);
  };
  return h("table", { class: `plain ${kind}` },
    h("caption", { class: "unseen" }, caption),
    h("thead", {}, h("tr", {}, heads.map((head, column) =>
      h("th", { scope: "col", class: column && typeof lines[0]?.[column] === "number" ? "number" : null }, head)))),
    h("tbody", {}, lines.map((line) => h("tr", {}, line.map(cell)))));
}

/** `make(item)` for the first of `items`, and a button that brings more, `step` at a time. */
function bounded(items, step, make, kind) {
  const list = h("ol", { class: kind });
  const more = h("button", { type: "button", class: "control more", onclick: () => extend(true) });
  function extend(focus) {
    const from = list.children.length;
    list.append(...items.slice(from, from + step).map((item) => h("li", {}, make(item))));
    const left = items.length - list.children.length;
    more.textContent = `${count(Math.min(step, left))} more of ${count(left)}`;
    more.hidden = left === 0;
    if (!focus) return;
    list.children[from].tabIndex = -1;
    list.children[from].focus();
  }
  extend(false);
  return [list, more];
}
