// Canonical text as paragraphs and tables for reading. Offsets are UTF-16 units of that text; only white space between
// segments is left out, so every position of the text that is not white space is shown exactly once.

/** @typedef {{ start: number, end: number }} Segment */
/** @typedef {{ kind: "paragraph", segments: Segment[], lead: number }} Paragraph `lead`: where a heading within its first line ends, else 0 */
/** @typedef {{ kind: "heading", level: number, segments: Segment[] }} Heading */
/** @typedef {{ kind: "table", named: boolean, rows: Segment[][] }} Rows `named`: the first row names the columns */
/** @typedef {Paragraph | Heading | Rows} Block */

const OPENS =
  /^(?:第[一二三四五六七八九十百零\d]+[编章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,3}[.．、](?!\d)|附件?\s*\d*|——|[-•●■◆①-⑳])/;
const ENDS = /[。！？；：:!?;.][”’）)》]*$/;
const HAN = /[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“”‘’—…]/;

/** The lines of the text without white space at their ends; blank lines are left out. @param {string} text */
function printedLines(text) {
  const lines = [];
  for (const match of text.matchAll(/[^\n\r\f\v\u2028]+/g)) {
    const line = match[0];
    const trimmed = line.trim();
    if (!trimmed) continue;
    const start = match.index + line.indexOf(trimmed);
    // A tab at the start of a line is an empty first cell.
    const row = line.includes("\t") && /\S\s*\t|\t\s*\S/.test(line);
    lines.push({
      start,
      end: start + trimmed.length,
      indent: start - match.index,
      row,
      from: match.index,
      to: match.index + line.length,
    });
  }
  return lines;
}

/** The width of a line in Han characters: others are half as wide. @param {string} text @param {Segment} line */
function widthOf(text, { start, end }) {
  let width = 0;
  for (let unit = start; unit < end; unit += 1) width += HAN.test(text[unit]) ? 1 : 0.5;
  return width;
}

/**
 * How wide a line must be to go on in the next one. Where most lines are about equally wide, the paper's edge ended
 * them; elsewhere each line is a paragraph, and only a long one without an end may have been cut by a new page.
 * @param {number[]} widths
 */
function fullLine(widths) {
  const ordered = widths.toSorted((one, other) => one - other);
  const wide = ordered[Math.floor(ordered.length * 0.9)] ?? 0;
  const middle = ordered[Math.floor(ordered.length * 0.5)] ?? 0;
  return middle > 0.8 * wide ? 0.65 * wide : Math.min(25, 0.85 * wide);
}

/** @param {string} text @param {{ from: number, to: number }} line @returns {Segment[]} */
function cells(text, line) {
  const found = [];
  let from = line.from;
  for (const cell of text.slice(line.from, line.to).split("\t")) {
    const trimmed = cell.trim();
    const start = from + (trimmed ? cell.indexOf(trimmed) : 0);
    found.push({ start, end: start + trimmed.length });
    from += cell.length + 1;
  }
  return found;
}

/** Whether a first row names the columns: short words without sentences or figures. @param {Segment[]} row @param {string} text */
function namesColumns(row, text) {
  return row.every(({ start, end }) => start < end && end - start <= 12 && !/[\d。；]/.test(text.slice(start, end)));
}

/**
 * Whether a line goes on in the next: it is full, ends no sentence, and the next one opens nothing.
 * @param {string} text
 * @param {Segment} line
 * @param {Segment} next
 * @param {number} full
 */
function goesOn(text, line, next, full) {
  return (
    widthOf(text, line) >= full &&
    !ENDS.test(text.slice(line.start, line.end)) &&
    !OPENS.test(text.slice(next.start, next.end))
  );
}

/**
 * The blocks of a text in order.
 * @param {string} text
 * @param {Map<number, { level: number, end: number }>} headings by the offset at which they start
 * @returns {Block[]}
 */
export function blocksOf(text, headings) {
  const lines = printedLines(text);
  const full = fullLine(lines.filter((line) => !line.row).map((line) => widthOf(text, line)));
  /** @type {Block[]} */
  const blocks = [];
  /** @type {(typeof lines)[number] | null} */
  let previous = null;
  let headingEnd = 0;
  for (const line of lines) {
    const last = blocks.at(-1);
    const heading = headings.get(line.start);
    if (line.row) {
      const row = cells(text, line);
      if (last?.kind === "table" && previous?.row) last.rows.push(row);
      else blocks.push({ kind: "table", named: namesColumns(row, text), rows: [row] });
    } else if (heading && heading.end >= line.end) {
      blocks.push({ kind: "heading", level: heading.level, segments: [line] });
      headingEnd = heading.end;
    } else if (last?.kind === "heading" && line.start < headingEnd) {
      last.segments.push(line);
    } else if (!heading && last?.kind === "paragraph" && previous && goesOn(text, previous, line, full)) {
      last.segments.push(line);
    } else {
      blocks.push({ kind: "paragraph", segments: [line], lead: heading?.end ?? 0 });
    }
    previous = line;
  }
  return blocks;
}

const ANNEX = /^附件\s*[\d一二三四五六七八九十]*[：:]?$/;

/**
 * What stands between two joined segments: room after 附件1, nothing beside a Han character, else a space.
 * @param {string} text
 * @param {Segment} one
 * @param {Segment} other
 */
export function joint(text, one, other) {
  if (ANNEX.test(text.slice(one.start, one.end))) return "　";
  return HAN.test(text[one.end - 1]) || HAN.test(text[other.start]) ? "" : " ";
}

/**
 * A segment cut where marks begin and end.
 * @param {Segment} segment
 * @param {Segment | null} mark
 * @returns {{ start: number, end: number, marked: boolean }[]}
 */
export function cut({ start, end }, mark) {
  if (!mark || mark.end <= start || end <= mark.start) return [{ start, end, marked: false }];
  const from = Math.max(start, mark.start);
  const to = Math.min(end, mark.end);
  return [
    { start, end: from, marked: false },
    { start: from, end: to, marked: true },
    { start: to, end, marked: false },
  ].filter((piece) => piece.start < piece.end);
}
