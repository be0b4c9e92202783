// A marker, and the quote that it opens in place.
import { provenance } from "./answer.js";
import { excerpt, readable } from "./excerpt.js";
import { icon } from "./icons.js";
import { element } from "../pages/static/dom.js";

/** @typedef {import("./types").Citation} Citation */
/** @typedef {import("./view").Host} Host */

/**
 * A superscript that opens its quote in place, and closes it again.
 * @param {Citation} citation
 * @param {Host} host
 * @param {(quote: HTMLElement) => void} place puts the opened quote into the page
 */
export function marker(citation, host, place) {
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
  if (found.kind === "paragraph")
    return element("p", { class: found.run.marked ? null : "around" }, ...runView(found.run));
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
  const quoted = element(
    "blockquote",
    { lang: "zh-CN" },
    element("p", {}, element("mark", { part: "mark" }, readable(citation.quote))),
  );
  const note = element("p", { class: "note", role: "status" });
  host.text(citation.document_id).then(
    (text) => {
      quoted.replaceChildren(...excerpt(text, citation).map(excerptView));
      quoted.closest("section")?.scrollIntoView({ block: "nearest" });
    },
    () => {
      note.textContent = words.noContext;
    },
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
      element(
        "button",
        { type: "button", class: "icon", "aria-label": words.close, title: words.close, click: close },
        icon("close"),
      ),
    ),
    element(
      "p",
      { class: "provenance" },
      ...provenance(citation, words.locale).map((fact) => element("span", {}, fact)),
    ),
    citation.section.length > 0 && element("p", { class: "path", lang: "zh-CN" }, citation.section.join(" › ")),
    quoted,
    note,
    element(
      "p",
      { class: "source" },
      element(
        "a",
        { href: host.origin + citation.url, target: "_blank", rel: "noopener", part: "source" },
        words.reader,
      ),
      citation.page !== null && element("span", { class: "page" }, words.page(citation.page)),
    ),
  );
}
