// A quote with what stands around it, from the document's text: pure functions.
import { blocksOf, cut, joint } from "../pages/static/paragraphs.js";

/** @typedef {import("../pages/static/paragraphs").Segment} Segment */
/** @typedef {import("../pages/static/paragraphs").Block} Block */
/** @typedef {import("../pages/static/codepoints").CodePoints} CodePoints */
/** @typedef {{ before: string, marked: string, after: string }} Run */
/** @typedef {{ kind: "paragraph", run: Run } | { kind: "table", head: Run[] | null, rows: Run[][] }} Excerpt */

// How much is shown beside the quote in its own paragraph, and of the paragraphs next to it, in characters.
const BESIDE = 90;
const NEXT = 60;

/** The end of a text, from the beginning of a sentence where there is one. @param {string} text @param {number} most */
function tail(text, most) {
  if (text.length <= most) return text;
  const end = text.slice(-most).replace(/^[\udc00-\udfff]/, "");
  const sentence = end.search(/(?<=[。！？；])./);
  return `…${sentence > 0 ? end.slice(sentence) : end}`;
}

/** The beginning of a text, to the end of a sentence where there is one. @param {string} text @param {number} most */
function beginning(text, most) {
  if (text.length <= most) return text;
  const start = text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
  const sentence = Math.max(...["。", "！", "？", "；"].map((stop) => start.lastIndexOf(stop)));
  return `${sentence > 0 ? start.slice(0, sentence + 1) : start}…`;
}

/**
 * Segments as what stands before the mark, in it and after it.
 * @param {string} text
 * @param {Segment[]} segments
 * @param {Segment} mark
 * @returns {Run}
 */
function run(text, segments, mark) {
  const found = { before: "", marked: "", after: "" };
  for (const [place, segment] of segments.entries()) {
    const space = place ? joint(text, segments[place - 1], segment) : "";
    for (const [part, piece] of cut(segment, mark).entries()) {
      const side = piece.marked ? "marked" : piece.start < mark.start ? "before" : "after";
      found[side] += (part ? "" : space) + text.slice(piece.start, piece.end);
    }
  }
  return found;
}

/** @param {Block} block @returns {Segment[][]} its lines: one for a paragraph, one a row for a table */
function linesOf(block) {
  return block.kind === "table" ? block.rows : [block.segments];
}

/**
 * The paragraphs or rows that a span lies in, with one more on either side and the header of its table.
 * @param {CodePoints} text
 * @param {{ start: number, end: number }} span in code points
 * @returns {Excerpt[]}
 */
export function excerpt(text, span) {
  const mark = { start: text.unit(span.start), end: text.unit(span.end) };
  const lines = blocksOf(text.text, new Map()).flatMap((block) =>
    linesOf(block).map((segments) => ({ block, segments })),
  );
  const first = lines.findIndex(({ segments }) => segments[segments.length - 1].end > mark.start);
  const last = lines.findLastIndex(({ segments }) => segments[0].start < mark.end);
  /** @type {Map<Block, Excerpt>} */
  const found = new Map();
  for (const { block, segments } of lines.slice(Math.max(0, first - 1), last + 2)) {
    if (block.kind === "table") {
      const table = found.get(block) ?? {
        kind: "table",
        head: block.named ? block.rows[0].map((cell) => run(text.text, [cell], mark)) : null,
        rows: [],
      };
      if (table.kind === "table" && !(block.named && segments === block.rows[0])) {
        table.rows.push(segments.map((cell) => run(text.text, [cell], mark)));
      }
      found.set(block, table);
    } else {
      const { before, marked, after } = run(text.text, segments, mark);
      found.set(block, {
        kind: "paragraph",
        run: { before: tail(before, marked ? BESIDE : NEXT), marked, after: beginning(after, marked ? BESIDE : NEXT) },
      });
    }
  }
  return [...found.values()];
}

/**
 * A stretch of text for reading: lines that were only wrapped are joined, cells set apart. Only white space changes.
 * @param {string} text
 */
export function readable(text) {
  const nothing = { start: 0, end: 0 };
  return blocksOf(text, new Map())
    .flatMap((block) =>
      linesOf(block).map((segments) =>
        block.kind === "table"
          ? segments.map(({ start, end }) => text.slice(start, end)).join("　")
          : run(text, segments, nothing).after,
      ),
    )
    .join("\n");
}
