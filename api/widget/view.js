// One exchange as elements. Nothing here keeps state; what a reader does is told to `host`.
import { blocks, linesBesideTable, phrases, tabular } from "./answer.js";
import { icon } from "./icons.js";
import { marker } from "./quote.js";
import { taskTable } from "./tasktable.js";
import { element } from "../pages/static/dom.js";
import { WORDS } from "./words.js";

/** @typedef {import("./types").Answer} Answer */
/** @typedef {import("./types").Citation} Citation */
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
 * @property {(turn: Turn, rating: "up" | "down", comment: string | null) => Promise<string | null>} rate
 *   What went wrong in words, null where the server keeps it.
 * @property {(citation: Citation) => void} opened
 */

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
      return element(
        "ul",
        { class: "lines" },
        ...lines.map((line) => {
          const item = element("li");
          item.append(...inline(line, () => item));
          return item;
        }),
      );
    }
    const block = element("div", { class: "paragraph" });
    block.append(element("p", {}, ...inline(lines[0], () => block)));
    return block;
  });
}

/** Copying and rating. @param {Turn} turn @param {Answer} answer @param {Host} host */
function toolbar(turn, answer, host) {
  const { words } = host;
  const said = element("span", { class: "said", role: "status" });
  const copy = element(
    "button",
    { type: "button", class: "icon", "aria-label": words.copy, title: words.copy },
    icon("copy"),
  );
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
    const button = element(
      "button",
      { type: "button", class: "icon", "aria-label": name, title: name, "aria-pressed": pressed },
      icon(rating),
    );
    button.addEventListener("click", async () => {
      said.textContent = "";
      const problem = await host.rate(turn, rating, null);
      said.textContent = problem ?? words.thanks;
      if (problem !== null) return;
      for (const each of ratings) each.setAttribute("aria-pressed", String(each === button));
      word.hidden = false;
    });
    ratings.push(button);
  }
  const comment = element("input", {
    type: "text",
    maxlength: 1000,
    "aria-label": words.comment,
    placeholder: words.comment,
  });
  word.append(comment, element("button", { type: "submit", class: "plain" }, words.commentSend));
  word.addEventListener("submit", async (event) => {
    event.preventDefault();
    said.textContent = "";
    const written = comment.value.trim();
    const problem = turn.rating && written ? await host.rate(turn, turn.rating, written) : null;
    said.textContent = problem ?? words.thanks;
    // What the server did not keep stays in the field: nobody writes it twice.
    word.hidden = problem === null;
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
      element(
        "button",
        { type: "button", class: "chip", part: "follow-up", disabled: host.busy, click: () => host.ask(question) },
        question,
      ),
    ),
  );
}
