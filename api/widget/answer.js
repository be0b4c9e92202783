// What is shown of an answer, worked out without a page: pure functions over the values of the API.
import { readable } from "./excerpt.js";

/** @typedef {import("./types").Answer} Answer */
/** @typedef {import("./types").Citation} Citation */
/** @typedef {import("./types").TaskRecord} TaskRecord */
/** @typedef {{ text: string, markers: Citation[], stop: string }} Phrase text, its markers, the punctuation behind */

/**
 * A line as phrases with their markers. Only a number that names a citation is one: 义政发[2021]10号 stays text.
 * @param {string} line
 * @param {Citation[]} citations
 * @returns {Phrase[]}
 */
export function phrases(line, citations) {
  const known = new Map(citations.map((citation) => [citation.marker, citation]));
  /** @type {Phrase[]} */
  const found = [];
  let text = "";
  let from = 0;
  for (const match of line.matchAll(/((?:\[\d+\])+)([，。；：、！？）,.;:!?)]*)/g)) {
    const markers = [...match[1].matchAll(/\d+/g)].map(([marker]) => known.get(Number(marker)));
    const cited = markers.filter((citation) => citation !== undefined);
    text += line.slice(from, match.index);
    from = match.index + match[0].length;
    if (cited.length < markers.length) {
      text += match[0];
    } else {
      found.push({ text, markers: cited, stop: match[2] });
      text = "";
    }
  }
  return [...found, { text: text + line.slice(from), markers: [], stop: "" }];
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
  const shown = new Set(answer.tasks.flatMap((task) => taskCitations(task, answer.citations)));
  return lines.filter((line) => {
    const cited = phrases(line, answer.citations).flatMap((phrase) => phrase.markers);
    return !(LIST_LINE.test(line) && cited.length > 0 && cited.every((citation) => shown.has(citation)));
  });
}

/**
 * Where a citation comes from: number, issuer and date of issue, as far as they are known.
 * @param {Citation} citation
 * @param {string} language
 */
export function provenance({ document_number, issuer, issued }, language) {
  const form = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  return [document_number, issuer, issued && form.format(new Date(issued))].filter(
    (value) => typeof value === "string",
  );
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
    const quote = readable(citation.quote);
    return `[${citation.marker}] 《${citation.title}》${number}${place}\n“${quote}”\n${server}${citation.url}`;
  });
  return [answer.answer, ...sources].join("\n\n");
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
