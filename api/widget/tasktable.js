// The tasks that an answer rests on, as a table.
import { taskCitations } from "./answer.js";
import { marker } from "./quote.js";
import { element } from "../pages/static/dom.js";

/** @typedef {import("./types").Answer} Answer */
/** @typedef {import("./types").TaskRecord} TaskRecord */
/** @typedef {import("./view").Host} Host */

/** All tasks of an answer; a heading row wherever document or section changes. @param {Answer} answer @param {Host} host */
export function taskTable(answer, host) {
  const { words } = host;
  const titles = new Map(answer.citations.map((citation) => [citation.document_id, citation.title]));
  const columns = [words.number, words.task, words.lead, words.participants, words.deadline, words.source];
  const body = element("tbody", { role: "rowgroup" });
  let place = "";
  let title = "";
  for (const task of answer.tasks) {
    const document = titles.get(task.document_id) ?? task.document_id;
    const section = task.section.at(-1);
    if (`${document}\n${section}` !== place) {
      place = `${document}\n${section}`;
      body.append(
        element(
          "tr",
          { class: "place", role: "row" },
          element(
            "th",
            { colspan: columns.length, scope: "colgroup", role: "columnheader", lang: "zh-CN" },
            document !== title && element("small", {}, document),
            section,
          ),
        ),
      );
      title = document;
    }
    body.append(taskRow(task, columns, answer, host));
  }
  const total = answer.total ?? answer.tasks.length;
  return element(
    "div",
    { class: "scroller", tabindex: "0", role: "region", "aria-label": words.total(total) },
    element(
      "table",
      { part: "table", role: "table" },
      element("caption", { class: "unseen" }, words.total(total)),
      element(
        "thead",
        { role: "rowgroup" },
        element(
          "tr",
          { role: "row" },
          ...columns.map((name) => element("th", { scope: "col", role: "columnheader" }, name)),
        ),
      ),
      body,
    ),
  );
}

/** @param {TaskRecord} task @param {string[]} columns @param {Answer} answer @param {Host} host */
function taskRow(task, columns, answer, host) {
  const { words } = host;
  const basis = task.lead_basis === "sole" ? words.sole : task.lead_basis === "first_listed" ? words.firstListed : null;
  const unstated = () => element("span", { class: "unstated" }, words.unstated);
  /** @param {string[]} units */
  const units = (units) => (units.length ? units.join("、") : unstated());
  const sources = element("td", { class: "sources", role: "cell" });
  const row = element(
    "tr",
    { role: "row" },
    element("td", { class: "number", role: "cell" }, task.number ?? ""),
    element("td", { class: "task", role: "cell", lang: "zh-CN" }, task.task),
    element("td", { class: "units", role: "cell" }, units(task.lead_units), basis && element("small", {}, basis)),
    element(
      "td",
      { class: "units", role: "cell" },
      task.participating_units.length || !task.lead_units.length ? units(task.participating_units) : "—",
    ),
    element("td", { class: "when", role: "cell" }, task.deadline?.text ?? unstated()),
    sources,
  );
  for (const [column, cell] of [...row.cells].entries()) cell.dataset.name = columns[column];
  for (const citation of taskCitations(task, answer.citations)) {
    /** @param {HTMLElement} quote */
    const place = (quote) => {
      // A row of its own, which goes when the quote goes.
      const holder = element(
        "tr",
        { class: "opened", role: "row" },
        element("td", { colspan: columns.length, role: "cell" }, quote),
      );
      row.after(holder);
      quote.remove = () => holder.remove();
    };
    sources.append(marker(citation, host, place));
  }
  return row;
}
