// What is shown of an answer, worked out without a page: pure functions over the values of the API.

/** @typedef {import("./types").Answer} Answer */
/** @typedef {import("./types").Citation} Citation */
/** @typedef {import("./types").TaskRecord} TaskRecord */
/** @typedef {{ text: string } | { marker: number }} Piece */

/**
 * A line as text and markers. Only a number that names a citation is a marker: 义政发[2021]10号 stays text.
 * @param {string} line
 * @param {Citation[]} citations
 * @returns {Piece[]}
 */
export function pieces(line, citations) {
  const known = new Set(citations.map((citation) => citation.marker));
  /** @type {Piece[]} */
  const found = [];
  let from = 0;
  for (const match of line.matchAll(/\[(\d+)\]/g)) {
    const marker = Number(match[1]);
    if (!known.has(marker)) continue;
    if (match.index > from) found.push({ text: line.slice(from, match.index) });
    found.push({ marker });
    from = match.index + match[0].length;
  }
  if (from < line.length) found.push({ text: line.slice(from) });
  return found;
}

const LIST_LINE = /^\s*(?:[-•·*–—]\s*|[（(]?\d{1,3}[.．、)）]\s*|[①-⑳]\s*)/;

/**
 * The answer's lines, neighbouring list lines grouped.
 * @param {string[]} lines
 * @returns {{ list: boolean, lines: string[] }[]}
 */
export function blocks(lines) {
  /** @type {{ list: boolean, lines: string[] }[]} */
  const found = [];
  for (const line of lines) {
    if (!line.trim()) continue;
    const list = LIST_LINE.test(line);
    const last = found.at(-1);
    if (list && last?.list) last.lines.push(line.trim());
    else found.push({ list, lines: [line.trim()] });
  }
  return found;
}

/** @param {TaskRecord} task @param {Citation} citation */
function rests(task, citation) {
  if (task.document_id !== citation.document_id) return false;
  const spans = task.spans.statement ?? Object.values(task.spans).flat();
  return spans.some((span) => span.start < citation.end && citation.start < span.end);
}

/**
 * The citations that a task's row rests on.
 * @param {TaskRecord} task
 * @param {Citation[]} citations
 */
export function taskCitations(task, citations) {
  return citations.filter((citation) => rests(task, citation));
}

/** Whether an answer's tasks read better as a table: lists and counts. @param {Answer} answer */
export function tabular(answer) {
  return answer.tasks.length > 2 || (answer.total !== null && answer.tasks.length > 1);
}

/**
 * The answer's lines that the table does not already show: a list line goes when all it cites is in the table.
 * @param {Answer} answer
 */
export function linesBesideTable(answer) {
  const lines = answer.answer.split("\n");
  if (!tabular(answer)) return lines;
  const shown = new Set(
    answer.tasks.flatMap((task) => taskCitations(task, answer.citations)).map((citation) => citation.marker),
  );
  return lines.filter((line) => {
    const markers = pieces(line, answer.citations).flatMap((piece) => ("marker" in piece ? [piece.marker] : []));
    return !(LIST_LINE.test(line) && markers.length > 0 && markers.every((marker) => shown.has(marker)));
  });
}

/** Where a citation comes from, in one line. @param {Citation} citation */
export function provenance(citation) {
  return [citation.document_number, citation.issuer, citation.issued].filter(Boolean).join(" · ");
}

/**
 * An answer for the clipboard: its text, then each citation with title, place, quote and address.
 * @param {Answer} answer
 * @param {string} server
 */
export function answerAsText(answer, server) {
  const sources = answer.citations.map((citation) => {
    const place = citation.section.length ? `，${citation.section.join(" / ")}` : "";
    const number = citation.document_number ? `（${citation.document_number}）` : "";
    const quote = readable(citation.quote).trim();
    return `[${citation.marker}] 《${citation.title}》${number}${place}\n“${quote}”\n${server}${citation.url}`;
  });
  return [answer.answer, ...sources].join("\n\n");
}

/**
 * A stretch of canonical text for reading: lines that were only wrapped are joined, the cells of a row set apart.
 * Only white space changes.
 * @param {string} text
 */
export function readable(text) {
  return text
    .replace(/[ \u3000]*\t[ \u3000]*/g, "　")
    .replace(/([^\s。！？；：.!?;:）”])[ \u3000]*\n\s*(?=[\u3400-\u9fff，。、；：“”（）《》])/g, "$1")
    .replace(/[ \u3000]*\n\s*/g, "\n");
}

const SURROUNDINGS = 90;

/**
 * What stands around a quote: up to 90 characters each side, from and to the ends of sentences where there are any.
 * @param {{ length: number, slice: (start: number, end: number) => string }} text
 * @param {Citation} citation
 */
export function surroundings(text, { start, end }) {
  const before = text.slice(start - SURROUNDINGS, start);
  const after = text.slice(end, end + SURROUNDINGS);
  const opening = start > SURROUNDINGS ? before.search(/(?<=[。！？；\n])\S/) : 0;
  const closing = [...after.matchAll(/[。！？；\n]/g)].at(-1)?.index;
  return {
    before: readable((opening > 0 ? "…" + before.slice(opening) : (start > SURROUNDINGS ? "…" : "") + before).trimStart()),
    after: readable((closing === undefined ? after + "…" : after.slice(0, closing + 1)).trimEnd()),
  };
}

/**
 * Questions that the collection's own ledger can answer, for somebody who does not know what to ask.
 * @param {TaskRecord[]} tasks
 * @param {import("./words").Words} words
 * @returns {string[]}
 */
export function exampleQuestions(tasks, words) {
  const brief = tasks.find(
    (task) => task.lead_units.length && task.deadline?.to && task.task.length >= 6 && task.task.length <= 24,
  );
  /** @type {Map<string, number>} */
  const leads = new Map();
  for (const unit of tasks.flatMap((task) => task.lead_units)) leads.set(unit, (leads.get(unit) ?? 0) + 1);
  const busiest = [...leads].sort((one, other) => other[1] - one[1])[0];
  const year = tasks.find((task) => task.deadline?.to)?.deadline?.to?.slice(0, 4);
  return [
    brief && words.whoWhen(brief.task.replace(/[。；.;]+$/, "")),
    busiest && words.whichTasks(busiest[0]),
    year && words.dueIn(year),
  ].filter((question) => typeof question === "string");
}
