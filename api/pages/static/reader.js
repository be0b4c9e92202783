// The reader: one document's canonical text with its outline and tasks; #c=START-END is highlighted, in code points.
import { CodePoints } from "./codepoints.js";
import { element } from "./dom.js";
import { date, notice, onLanguage, part, request, startPage, words } from "./page.js";
import { blocksOf, cut, joint } from "./paragraphs.js";
import { pageView } from "./printed.js";

/** @typedef {import("../../widget/types").DocumentDetail} DocumentDetail */
/** @typedef {import("../../widget/types").TaskRecord} TaskRecord */
/** @typedef {import("./paragraphs").Segment} Segment */

const id = decodeURIComponent(location.pathname.replace(/\/+$/, "").split("/").slice(2).join("/"));
const address = `/v1/documents/${encodeURIComponent(id)}`;

/** @type {DocumentDetail | null} */
let detail = null;
let text = new CodePoints("");
/** @type {TaskRecord[]} */
let records = [];
let tidy = true;

/** What the address asks to be shown: a cited span (`c`) or a section (`s`), as offsets in code points. */
function wanted() {
  const match = /^#([cs])=(\d+)(?:-(\d+))?$/.exec(location.hash);
  if (!match) return null;
  const start = Number(match[2]);
  return { cited: match[1] === "c", start, end: Math.max(start, Number(match[3] ?? start)) };
}

/**
 * @param {Segment[]} segments
 * @param {Segment | null} mark
 * @param {number} lead what stands before is a heading within the paragraph
 * @returns {(HTMLElement | Text)[]}
 */
function inline(segments, mark, lead = 0) {
  return segments.flatMap((segment, place) => [
    ...(place ? [document.createTextNode(joint(text.text, segments[place - 1], segment))] : []),
    ...cut(segment, mark)
      .flatMap((piece) =>
        piece.start < lead && lead < piece.end
          ? [
              { ...piece, end: lead },
              { ...piece, start: lead },
            ]
          : [piece],
      )
      .map(({ start, end, marked }) => {
        const words = document.createTextNode(text.text.slice(start, end));
        const said = marked ? element("mark", {}, words) : words;
        return start < lead ? element("b", {}, said) : said;
      }),
  ]);
}

/** @param {import("./paragraphs").Block} block @param {Segment | null} mark */
function blockView(block, mark) {
  if (block.kind === "table") {
    const [head, ...body] = block.rows;
    /** @param {Segment[]} row @param {"th" | "td"} tag */
    const line = (row, tag) =>
      element(
        "tr",
        { id: `at-${row[0].start}` },
        ...row.map((cell) => element(tag, tag === "th" ? { scope: "col" } : {}, ...inline([cell], mark))),
      );
    const named = block.named && body.length > 0;
    return element(
      "div",
      { class: "scroller", tabindex: "0", role: "region", "aria-label": text.text.slice(head[0].start, head[0].end) },
      element(
        "table",
        {},
        named && element("thead", {}, line(head, "th")),
        element("tbody", {}, ...(named ? body : block.rows).map((row) => line(row, "td"))),
      ),
    );
  }
  const name = `at-${block.segments[0].start}`;
  if (block.kind === "paragraph") return element("p", { id: name }, ...inline(block.segments, mark, block.lead));
  const tag = /** @type {"h2" | "h3" | "h4"} */ (`h${Math.min(4, block.level + 1)}`);
  return element(tag, { id: name }, ...inline(block.segments, mark));
}

/** The blocks with the beginnings of printed pages between them. @param {Segment | null} mark */
function blockViews(mark) {
  const headings = new Map(
    (detail?.sections ?? []).flatMap(({ level, heading }) =>
      level > 0 && heading ? [[text.unit(heading.start), { level, end: text.unit(heading.end) }]] : [],
    ),
  );
  const want = wanted();
  const query = want?.cited ? `?start=${want.start}&end=${want.end}` : "";
  const pages = (detail?.pages ?? []).map(({ number, start }) => ({ number, start: text.unit(start) }));
  return blocksOf(text.text, headings).flatMap((block) => {
    const [first] = block.kind === "table" ? block.rows[0] : block.segments;
    const begun = [];
    while (pages.length && pages[0].start <= first.start) begun.push(...pages.splice(0, 1).map(({ number }) => number));
    return [...begun.map((number) => pageView(number, `${address}/pages/${number}${query}`)), blockView(block, mark)];
  });
}

/** Draws the text, marks the cited span and goes there. */
function show() {
  const want = wanted();
  const mark = want?.cited && want.end > want.start ? { start: text.unit(want.start), end: text.unit(want.end) } : null;
  const page = part("text");
  page.classList.toggle("canonical", !tidy);
  if (tidy) {
    page.replaceChildren(...blockViews(mark));
  } else {
    page.replaceChildren(...inline([{ start: 0, end: text.text.length }], mark));
  }
  if (!want) return;
  const [target] = page.getElementsByTagName("mark");
  if (target) {
    target.id = "cited";
    target.tabIndex = -1;
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
    part("status").textContent = words().cited(text.slice(want.start, want.end));
  } else if (want.cited) {
    part("status").textContent = words().citedGone;
    part("facts").append(element("p", { class: "notice" }, words().citedGone));
  } else {
    nearest(page, text.unit(want.start))?.scrollIntoView({ block: "start" });
  }
}

/** Says in the outline which section is being read. */
function follow() {
  const links = [...part("outline").querySelectorAll("a")];
  const read = links.findLast((link) => {
    const heading = document.getElementById(`at-${text.unit(Number(link.hash.slice(3)))}`);
    return heading && heading.getBoundingClientRect().top < innerHeight / 3;
  });
  if (read?.hasAttribute("aria-current")) return;
  for (const link of links) link.removeAttribute("aria-current");
  if (!read) return;
  read.setAttribute("aria-current", "location");
  const list = /** @type {HTMLElement} */ (read.closest("nav"));
  const { top, bottom } = read.getBoundingClientRect();
  if (top < 60 || bottom > innerHeight) list.scrollTop += top - innerHeight / 2;
}

/** The first block at or after an offset. @param {HTMLElement} page @param {number} unit */
function nearest(page, unit) {
  return [...page.querySelectorAll("[id^=at-]")].find((node) => Number(node.id.slice(3)) >= unit);
}

function drawFacts() {
  if (!detail) return;
  const say = words();
  const facts = [
    [say.number, detail.number],
    [say.issuer, detail.issuer],
    [say.issued, detail.issued && date(detail.issued)],
    [say.source, detail.source],
  ].filter(([, value]) => value);
  /** @param {boolean} value @param {string} name */
  const choice = (value, name) =>
    element(
      "button",
      {
        type: "button",
        "aria-pressed": String(tidy === value),
        click: () => {
          tidy = value;
          drawFacts();
          show();
        },
      },
      name,
    );
  document.title = `${detail.title} · ${say.brand}`;
  part("facts").replaceChildren(
    element("h1", { id: "title", lang: "zh-CN" }, detail.title),
    element(
      "dl",
      { class: "facts" },
      ...facts.flatMap(([name, value]) => [element("dt", {}, name), element("dd", { lang: "zh-CN" }, value)]),
    ),
    element(
      "div",
      { class: "tools" },
      element(
        "div",
        { class: "choice", role: "group", "aria-label": say.view },
        choice(true, say.tidy),
        choice(false, say.canonical),
      ),
      element("a", { href: `${address}/original`, download: true }, say.original),
    ),
    ...(detail.warnings.length
      ? [
          element(
            "details",
            { class: "warnings" },
            element("summary", {}, say.warnings),
            element("ul", {}, ...detail.warnings.map((warning) => element("li", {}, warning))),
          ),
        ]
      : []),
  );
}

function drawOutline() {
  if (!detail) return;
  const sections = detail.sections.filter((section) => section.level > 0);
  part("outline").replaceChildren(
    ...(sections.length ? [] : [element("li", { class: "none" }, words().noOutline)]),
    ...sections.map((section, place) =>
      element(
        "li",
        { class: `level-${Math.min(4, section.level)}` },
        element("a", { href: `#s=${(section.heading ?? section).start}`, lang: "zh-CN" }, section.path.at(-1)),
        section.speaker &&
          section.speaker !== sections[place - 1]?.speaker &&
          element("small", {}, words().speaker(section.speaker)),
      ),
    ),
  );
}

function drawRecords() {
  const say = words();
  part("count").textContent = records.length ? String(records.length) : "";
  part("records").replaceChildren(
    ...(records.length ? [] : [element("li", { class: "none" }, say.noRecords)]),
    ...records.map((record) => {
      const [span] = record.spans.statement ?? record.spans.task ?? Object.values(record.spans).flat();
      return element(
        "li",
        {},
        element(
          "a",
          { href: `#c=${span.start}-${span.end}` },
          record.number && element("span", { class: "number" }, record.number),
          record.task,
        ),
        element(
          "p",
          {},
          record.lead_units.length > 0 && element("span", {}, `${say.lead} ${record.lead_units.join("、")}`),
          record.participating_units.length > 0 &&
            element("span", {}, `${say.participants} ${record.participating_units.join("、")}`),
          element("span", {}, `${say.deadline} ${record.deadline?.text ?? say.unstated}`),
        ),
      );
    }),
  );
}

/** All tasks of this document. */
async function allRecords() {
  /** @type {TaskRecord[]} */
  const found = [];
  /** @type {string | null} */
  let next = `/v1/tasks?document_id=${encodeURIComponent(id)}&limit=500`;
  while (next) {
    /** @type {{ tasks: TaskRecord[], next: string | null }} */
    const page = await (await request(next)).json();
    found.push(...page.tasks);
    next = page.next;
  }
  return found;
}

onLanguage(() => {
  drawFacts();
  drawOutline();
  drawRecords();
});
startPage("reader");
window.addEventListener("hashchange", show);
let following = 0;
window.addEventListener(
  "scroll",
  () => {
    cancelAnimationFrame(following);
    following = requestAnimationFrame(follow);
  },
  { passive: true },
);
// On a phone both lists would stand before the text: they start folded.
if (matchMedia("(max-width: 760px)").matches) {
  for (const list of document.querySelectorAll("main > nav details, main > aside details"))
    list.removeAttribute("open");
}
try {
  const [about, content] = await Promise.all([
    request(address).then((response) => response.json()),
    request(`${address}/text`).then((response) => response.arrayBuffer()),
  ]);
  detail = about;
  text = new CodePoints(new TextDecoder("utf-8", { ignoreBOM: true }).decode(content));
  drawFacts();
  drawOutline();
  show();
  records = await allRecords();
  drawRecords();
} catch (error) {
  part("facts").replaceChildren(element("h1", { id: "title" }, id), notice(error));
}
