// One exchange as elements. Nothing here keeps state; what a reader does is told to `host`.
import {
  blocks,
  linesBesideTable,
  phrases,
  provenance,
  tabular,
  taskCitations,
} from "./answer.js";
import { excerpt, readable } from "./excerpt.js";
import { drawing, element } from "../pages/static/dom.js";
import { WORDS } from "./words.js";

/** @typedef {import("./types").Answer} Answer */
/** @typedef {import("./types").Citation} Citation */
/** @typedef {import("./types").TaskRecord} TaskRecord */
/** @typedef {import("./types").Turn} Turn */
/** @typedef {import("./words").Words} Words */
/** @typedef {import("../pages/static/codepoints").CodePoints} CodePoints */

/**
 * What a view needs of the widget around it.
 * @typedef {object} Host
 * @property {Words} words
 * @property {string} origin
 * @property {boolean} busy
 * @property {(id: string) => Promise<CodePoints>} text
 * @property {(question: string) => void} ask
 * @property {(turn: Turn) => void} retry
 * @property {(answer: Answer) => Promise<void>} copy
 * @property {(turn: Turn, rating: "up" | "down", comment: string | null) => Promise<void>} rate
 * @property {(citation: Citation) => void} opened
 */

const ICONS = {
  send: "M3.4 20.4 21 12 3.4 3.6 3.4 10 15 12 3.4 14Z",
  stop: "M6 6h12v12H6Z",
  plus: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6Z",
  close: "m6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4Z",
  copy: "M8 3h12v14h-3v4H4V7h4V3Zm2 4h7v8h1V5h-8v2ZM6 9v10h9V9H6Z",
  up: "M2 10h4v11H2V10Zm6 0 4.5-8c1.5 0 2.7 1.2 2.7 2.7V9H22l-2 12H8V10Z",
  down: "M2 14h4V3H2v11Zm6 0 4.5 8c1.5 0 2.7-1.2 2.7-2.7V15H22L20 3H8v11Z",
  chat: "M3 4h18v13h-9l-5 4v-4H3V4Zm4 4v2h10V8H7Zm0 4v2h7v-2H7Z",
};

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  return drawing(
    "svg",
    { viewBox: "0 0 24 24", width: 18, height: 18, "aria-hidden": "true", focusable: "false" },
    drawing("path", { d: ICONS[name], fill: "currentColor" }),
  );
}

/** A question with what became of it. @param {Turn} turn @param {Host} host */
export function turnView(turn, host) {
  const { words } = host;
  const busy = turn.state === "searching" || turn.state === "streaming";
  return element(
    "article",
    { class: "turn", part: "turn" },
    element(
      "h2",
      { class: "question", part: "question" },
      element("span", { class: "unseen" }, `${words.you}: `),
      element("span", { class: "bubble" }, turn.question),
    ),
    element(
      "div",
      { class: "reply", part: "answer", "aria-busy": String(busy) },
      turn.answer ? answerView(turn, turn.answer, host) : unfinishedView(turn, host),
    ),
  );
}

/** @param {Turn} turn @param {Host} host */
function unfinishedView(turn, host) {
  const { words } = host;
  const view = element("div");
  if (turn.partial) view.append(...linesView(turn.partial.split("\n"), turn.citations, host));
  if (turn.state === "searching") view.append(element("p", { class: "searching" }, words.searching));
  if (turn.state === "stopped" || turn.state === "failed") {
    const failed = turn.state === "failed";
    view.append(
      element(
        "div",
        { class: failed ? "trouble" : "trouble quiet", part: "error", role: failed ? "alert" : null },
        element("p", {}, failed ? turn.trouble : words.stopped),
        element("button", { type: "button", class: "plain", click: () => host.retry(turn) }, words.retry),
      ),
    );
  }
  return view;
}

/** @param {Turn} turn @param {Answer} answer @param {Host} host */
function answerView(turn, answer, host) {
  // What belongs to the answer speaks the answer's language, the rest that of the page.
  const words = WORDS[answer.language] ?? host.words;
  const resolved = answer.standalone_question && answer.standalone_question !== answer.question;
  const notice = { partial: words.partial, not_found: words.notFound, answered: null }[answer.status];
  return element(
    "div",
    { lang: words.locale },
    resolved && element("p", { class: "understood" }, words.understood, answer.standalone_question),
    notice && element("p", { class: `status ${answer.status}`, part: "status" }, notice),
    ...linesView(linesBesideTable(answer), answer.citations, { ...host, words }),
    tabular(answer) && taskTable(answer, { ...host, words }),
    answer.coverage && element("p", { class: "coverage" }, answer.coverage),
    toolbar(turn, answer, host),
    answer.follow_ups.length > 0 && chips(answer.follow_ups, words.followUps, host),
  );
}

/** @param {string[]} lines @param {Citation[]} citations @param {Host} host @returns {HTMLElement[]} */
function linesView(lines, citations, host) {
  /** @param {string} line @param {() => HTMLElement} block */
  const inline = (line, block) => {
    const nodes = [];
    for (const { text, markers, stop } of phrases(line, citations)) {
      const buttons = markers.map((citation) => marker(citation, host, (quote) => block().append(quote)));
      // A line begins neither with a marker nor with the full stop behind it.
      const kept = buttons.length ? (text.match(/.$/u)?.[0] ?? "") : "";
      nodes.push(text.slice(0, text.length - kept.length));
      if (buttons.length) nodes.push(element("span", { class: "kept" }, kept, ...buttons, stop));
    }
    return nodes;
  };
  return blocks(lines).map(({ list, lines }) => {
    if (list) {
      return element("ul", { class: "lines" }, ...lines.map((line) => {
        const item = element("li");
        item.append(...inline(line, () => item));
        return item;
      }));
    }
    const block = element("div", { class: "paragraph" });
    block.append(element("p", {}, ...inline(lines[0], () => block)));
    return block;
  });
}

/**
 * A superscript that opens its quote in place, and closes it again.
 * @param {Citation} citation
 * @param {Host} host
 * @param {(quote: HTMLElement) => void} place puts the opened quote into the page
 */
function marker(citation, host, place) {
  const { words } = host;
  /** @type {HTMLElement | null} */
  let quote = null;
  const close = () => {
    quote?.remove();
    quote = null;
    button.setAttribute("aria-expanded", "false");
  };
  const button = element(
    "button",
    {
      type: "button",
      class: "marker",
      part: "marker",
      "aria-expanded": "false",
      "aria-label": words.citation(citation.marker, citation.title),
      title: citation.title,
      click: () => {
        if (quote) return close();
        quote = quoteView(citation, host, () => {
          close();
          button.focus();
        });
        place(quote);
        quote.scrollIntoView({ block: "nearest" });
        button.setAttribute("aria-expanded", "true");
        host.opened(citation);
      },
    },
    citation.marker,
  );
  return element("sup", {}, button);
}

/** @param {import("./excerpt").Run} run */
function runView({ before, marked, after }) {
  return [before, marked && element("mark", { part: "mark" }, marked), after];
}

/** @param {import("./excerpt").Excerpt} found */
function excerptView(found) {
  if (found.kind === "paragraph") return element("p", { class: found.run.marked ? null : "around" }, ...runView(found.run));
  return element(
    "div",
    { class: "grid", role: "table" },
    ...[...(found.head ? [found.head] : []), ...found.rows].map((cells) => {
      const role = cells === found.head ? "columnheader" : "cell";
      const quoted = cells.some((cell) => cell.marked);
      return element(
        "div",
        { class: quoted ? "row quoted" : "row", role: "row" },
        ...cells.map((cell) => {
          const content = cell.before + cell.marked + cell.after;
          const brief = content.length < 12 && !content.includes("、");
          return element("span", { role, class: brief ? "brief" : null }, ...runView(cell));
        }),
      );
    }),
  );
}

/**
 * The quote in its surroundings, where it comes from, and the way to it.
 * @param {Citation} citation
 * @param {Host} host
 * @param {() => void} close
 */
function quoteView(citation, host, close) {
  const { words } = host;
  const quoted = element("blockquote", { lang: "zh-CN" }, element("p", {}, element("mark", { part: "mark" }, readable(citation.quote))));
  const note = element("p", { class: "note", role: "status" });
  host.text(citation.document_id).then(
    (text) => {
      quoted.replaceChildren(...excerpt(text, citation).map(excerptView));
      quoted.closest("section")?.scrollIntoView({ block: "nearest" });
    },
    () => { note.textContent = words.noContext; },
  );
  return element(
    "section",
    {
      class: "quote",
      part: "quote",
      "aria-label": words.citation(citation.marker, citation.title),
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
      },
    },
    element(
      "header",
      {},
      element("cite", { lang: "zh-CN" }, `《${citation.title}》`),
      element("button", { type: "button", class: "icon", "aria-label": words.close, title: words.close, click: close }, icon("close")),
    ),
    element("p", { class: "provenance" }, ...provenance(citation, words.locale).map((fact) => element("span", {}, fact))),
    citation.section.length > 0 && element("p", { class: "path", lang: "zh-CN" }, citation.section.join(" › ")),
    quoted,
    note,
    element(
      "p",
      { class: "source" },
      element("a", { href: host.origin + citation.url, target: "_blank", rel: "noopener", part: "source" }, words.reader),
      citation.page !== null && element("span", { class: "page" }, words.page(citation.page)),
    ),
  );
}

/** All tasks of an answer; a heading row wherever document or section changes. @param {Answer} answer @param {Host} host */
function taskTable(answer, host) {
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
        element("tr", { role: "row" }, ...columns.map((name) => element("th", { scope: "col", role: "columnheader" }, name))),
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
    element("td", { class: "units", role: "cell" }, task.participating_units.length || !task.lead_units.length ? units(task.participating_units) : "—"),
    element("td", { class: "when", role: "cell" }, task.deadline?.text ?? unstated()),
    sources,
  );
  for (const [column, cell] of [...row.cells].entries()) cell.dataset.name = columns[column];
  for (const citation of taskCitations(task, answer.citations)) {
    /** @param {HTMLElement} quote */
    const place = (quote) => {
      // A row of its own, which goes when the quote goes.
      const holder = element("tr", { class: "opened", role: "row" }, element("td", { colspan: columns.length, role: "cell" }, quote));
      row.after(holder);
      quote.remove = () => holder.remove();
    };
    sources.append(marker(citation, host, place));
  }
  return row;
}

/** Copying and rating. @param {Turn} turn @param {Answer} answer @param {Host} host */
function toolbar(turn, answer, host) {
  const { words } = host;
  const said = element("span", { class: "said", role: "status" });
  const copy = element("button", { type: "button", class: "icon", "aria-label": words.copy, title: words.copy }, icon("copy"));
  copy.addEventListener("click", async () => {
    await host.copy(answer);
    said.textContent = words.copied;
  });
  const word = element("form", { class: "comment", hidden: true });
  /** @type {HTMLButtonElement[]} */
  const ratings = [];
  for (const rating of /** @type {const} */ (["up", "down"])) {
    const name = rating === "up" ? words.helpful : words.unhelpful;
    const pressed = String(turn.rating === rating);
    const button = element("button", { type: "button", class: "icon", "aria-label": name, title: name, "aria-pressed": pressed }, icon(rating));
    button.addEventListener("click", async () => {
      await host.rate(turn, rating, null);
      for (const each of ratings) each.setAttribute("aria-pressed", String(each === button));
      word.hidden = false;
      said.textContent = words.thanks;
    });
    ratings.push(button);
  }
  const comment = element("input", { type: "text", maxlength: 1000, "aria-label": words.comment, placeholder: words.comment });
  word.append(comment, element("button", { type: "submit", class: "plain" }, words.commentSend));
  word.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (turn.rating && comment.value.trim()) await host.rate(turn, turn.rating, comment.value.trim());
    word.hidden = true;
    said.textContent = words.thanks;
  });
  return element("div", { class: "tools", part: "tools" }, copy, ...ratings, said, word);
}

/** Questions to ask with one touch. @param {string[]} questions @param {string} label @param {Host} host */
export function chips(questions, label, host) {
  return element(
    "div",
    { class: "chips", part: "follow-ups", role: "group", "aria-label": label },
    element("span", { class: "label", "aria-hidden": "true" }, label),
    ...questions.map((question) =>
      element("button", { type: "button", class: "chip", part: "follow-up", disabled: host.busy, click: () => host.ask(question) }, question),
    ),
  );
}
