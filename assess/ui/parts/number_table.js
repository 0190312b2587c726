// A table whose numbers are buttons. Everything arrives as text and is set as text.
export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector("[data-root]");
  const built = JSON.stringify([data.caption, data.columns, data.rows]);
  if (root.dataset.built !== built) {
    root.replaceChildren(table(data, (key) => setStateValue("picked", key)));
    root.dataset.built = built;
  }
  show(root, data);
  root.setAttribute("aria-label", data.caption);
  for (const button of root.querySelectorAll("button")) {
    button.setAttribute("aria-expanded", String(button.dataset.key === data.picked));
  }
}

function show(root, data) {
  root.querySelector("tr.detail")?.remove();
  const button = [...root.querySelectorAll("button")].find((each) => each.dataset.key === data.picked);
  if (!button || !data.detail) return;
  const cell = make("td", "", { colspan: String(data.columns.length) });
  for (const [title, sentences] of data.detail.lists) {
    cell.append(make("h3", title), list(sentences));
  }
  const row = make("tr", "", { class: "detail" });
  row.append(cell);
  button.closest("tr").after(row);
}

function list(sentences) {
  const made = make("ul");
  sentences.forEach((sentence) => made.append(make("li", sentence)));
  return made;
}

function make(name, text = "", attributes = {}) {
  const element = document.createElement(name);
  element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function table(data, pick) {
  const whole = make("table");
  whole.append(make("caption", data.caption));
  const head = make("tr");
  data.columns.forEach((column) => head.append(make("th", column, { scope: "col" })));
  const top = make("thead");
  top.append(head);
  const body = make("tbody");
  data.rows.forEach((row) => body.append(line(row, data.columns, pick)));
  whole.append(top, body);
  return whole;
}

function line(row, columns, pick) {
  const tr = make("tr");
  tr.append(make("th", row.head, { scope: "row" }));
  row.cells.forEach((cell, place) => {
    const td = make("td", "", { "data-column": columns[place + 1] });
    if (cell.symbol) {
      td.append(make("span", `${cell.symbol} `, { "aria-hidden": "true", class: cell.tone }));
    }
    td.append(cell.key ? button(cell, pick) : document.createTextNode(cell.text));
    if (cell.more) td.append(make("small", cell.more));
    tr.append(td);
  });
  return tr;
}

function button(cell, pick) {
  const made = make("button", cell.text, { type: "button", "data-key": cell.key });
  made.addEventListener("click", () => pick(cell.key));
  return made;
}
