// The ledger page: all records are fetched once, then filtered, sorted and counted here.
import { element } from "./dom.js";
import { exportAddress, isOverdue, searched, sorted, timeline, totals, wanted } from "./ledger.js";
import { LongTable } from "./longtable.js";
import { notice, onLanguage, part, request, startPage, words } from "./page.js";
import { timelineView, totalsView } from "./statistics.js";

/** @typedef {import("../../widget/types").TaskRecord} TaskRecord */
/** @typedef {import("./ledger").Filters} Filters */
/** @typedef {import("./ledger").Column} Column */

// Milliseconds without a key after which words are searched.
const PAUSE = 120;
const form = /** @type {HTMLFormElement} */ (part("filters"));
const field = /** @type {(name: keyof Filters) => HTMLInputElement | HTMLSelectElement} */ (
  (name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name))
);

/** @type {TaskRecord[]} */
let records = [];
/** @type {Map<string, TaskRecord>} */
let byId = new Map();
let total = 0;
/** @type {Map<string, string>} */
let titles = new Map();
/** @type {Map<string, string>} The usual name for each of a unit's names. */
let usualNames = new Map();
/** @type {Map<string, string | null>} What a unit is called in English, where somebody has said. */
let englishNames = new Map();
/** @type {{ unit: string, names: Set<string> }} The unit of the filters with every name that can mean it. */
let meant = { unit: "", names: new Set() };
/** @type {{ column: Column, descending: boolean }} */
let order = { column: "place", descending: false };
let allUnits = false;
let typing = 0;
/** @type {WeakMap<TaskRecord, string>} */
const texts = new WeakMap();

/** @param {TaskRecord} record */
function textOf(record) {
  let text = texts.get(record);
  if (text === undefined) texts.set(record, (text = searched(record)));
  return text;
}

/** @param {string} name */
function unitOf(name) {
  return usualNames.get(name) ?? name;
}

/** @returns {Filters} */
function filters() {
  return /** @type {Filters} */ (
    Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  );
}

/** Today in the reader's own time zone, ISO. */
function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

const COLUMNS = /** @type {const} */ (["place", "task", "lead", "with", "deadline"]);
const table = new LongTable(/** @type {HTMLTableElement} */ (part("ledger")), COLUMNS.length + 1, rowView);

/** @param {TaskRecord} record @param {number} place @returns {HTMLTableRowElement} */
function rowView(record, place) {
  const say = words();
  const [span] = record.spans.statement ?? record.spans.task ?? Object.values(record.spans).flat();
  const address = `/documents/${encodeURIComponent(record.document_id)}#c=${span.start}-${span.end}`;
  const title = titles.get(record.document_id) ?? record.document_id;
  const late = isOverdue(record, filters().today);
  const basis = record.lead_basis === "sole" ? say.sole : record.lead_basis === "first_listed" ? say.firstListed : null;
  const units = (/** @type {string[]} */ names) =>
    names.map((name) => say.unitName(name, englishNames.get(name) ?? null)).join(say.unitJoint);
  const none = () => element("span", { class: "none" }, say.unstated);
  /** @param {string} name @param {Record<string, unknown>} attributes @param {...import("./dom").Child} children */
  const cell = (name, attributes, ...children) =>
    element("td", { role: "cell", "data-name": name, ...attributes }, ...children);
  return element(
    "tr",
    { role: "row", "aria-rowindex": place + 2 },
    cell(say.order, { class: "number" }, record.number ?? ""),
    cell(
      say.task,
      { class: "task", lang: "zh-CN" },
      element("a", { href: address }, record.task),
      ...(record.links ?? []).map((link) => linkView(record, link)),
    ),
    cell(
      say.lead,
      { class: "units", lang: "zh-CN" },
      units(record.lead_units) || none(),
      basis && element("small", {}, basis),
    ),
    cell(say.participants, { class: "units", lang: "zh-CN" }, units(record.participating_units) || "—"),
    cell(
      say.deadline,
      { class: "when" },
      record.deadline?.text ?? none(),
      late && element("small", { class: "late" }, say.overdue),
    ),
    cell(
      say.document,
      { class: "source", lang: "zh-CN" },
      element("span", { class: "clamped", title }, title),
      element("small", { class: "clamped", title: record.section.join(" › ") }, record.section.at(-1) ?? ""),
    ),
  );
}

/**
 * Another place that has the same task, with the fields in which the two are not alike.
 * @param {TaskRecord} record @param {import("../../widget/types").TaskLink} link
 */
function linkView(record, link) {
  const say = words();
  const other = byId.get(link.id);
  const [span] = other?.spans.statement ?? [];
  const title = link.document_id === record.document_id ? "" : `《${titles.get(link.document_id) ?? link.document_id}》`;
  const where = `${title}${link.section.at(-1) ?? ""} ${link.number ?? ""}`.trim();
  const fields = (/** @type {string[]} */ names) => names.map((name) => say.fields[name]).join(say.unitJoint);
  const notes = [
    link.differs.length && say.differs(fields(link.differs)),
    link.only_there.length && say.onlyThere(fields(link.only_there)),
    link.only_here.length && say.onlyHere(fields(link.only_here)),
  ].filter(Boolean);
  const address = `/documents/${encodeURIComponent(link.document_id)}${span ? `#c=${span.start}-${span.end}` : ""}`;
  return element(
    "small",
    { class: "linked" },
    say.sameTask,
    element("a", { href: address }, where || say.document),
    notes.length > 0 && element("span", { class: link.differs.length ? "conflict" : "" }, `（${notes.join("；")}）`),
  );
}

function drawHead() {
  const say = words();
  const names = { place: say.order, task: say.task, lead: say.lead, with: say.participants, deadline: say.deadline };
  const head = /** @type {HTMLTableRowElement} */ (part("ledger").querySelector("thead tr"));
  head.replaceChildren(
    ...COLUMNS.map((column) => {
      const current = order.column === column;
      const direction = current ? (order.descending ? "descending" : "ascending") : "none";
      return element(
        "th",
        { scope: "col", role: "columnheader", "aria-sort": direction },
        element(
          "button",
          {
            type: "button",
            class: "sort",
            click: () => {
              order = { column, descending: current && !order.descending };
              draw();
              /** @type {HTMLElement} */ (head.cells[COLUMNS.indexOf(column)].firstElementChild).focus();
            },
          },
          names[column],
          element("span", { "aria-hidden": "true" }, current ? (order.descending ? " ▾" : " ▴") : ""),
        ),
      );
    }),
    element("th", { scope: "col", role: "columnheader" }, say.document),
  );
}

/** @param {TaskRecord[]} shown @param {Filters} asked */
function drawStatistics(shown, asked) {
  const units = totals(shown, unitOf, asked.today);
  part("totals").replaceChildren(
    ...totalsView(units, asked.unit, allUnits, {
      name: (unit) => words().unitName(unit, englishNames.get(unit) ?? null),
      choose: (unit) => {
        field("unit").value = unit;
        void chooseUnit();
      },
      more: () => {
        allUnits = !allUnits;
        draw();
      },
    }),
  );
  part("timeline").replaceChildren(...timelineView(timeline(shown, asked.today)));
}

/** Shows what the filters ask for. */
function draw() {
  const say = words();
  const asked = filters();
  if (!asked.today) asked.today = today();
  asked.unit = meant.unit;
  /** @type {HTMLSelectElement} */ (field("role")).disabled = !meant.unit;
  asked.role ??= "any";
  const shown = sorted(records.filter(wanted(asked, meant.names, textOf)), order.column, order.descending);
  const late = shown.filter((record) => isOverdue(record, asked.today)).length;
  part("summary").textContent =
    records.length < total ? say.fetching(records.length, total) : say.summary(shown.length, records.length, late);
  for (const format of /** @type {const} */ (["csv", "xlsx", "ics"])) {
    part(format).setAttribute("href", exportAddress(asked, format));
  }
  drawHead();
  table.show(shown);
  drawStatistics(shown, asked);
  part("empty").hidden = shown.length > 0 || records.length < total;
  part("empty").textContent = total ? say.noMatch : say.noTasks;
  history.replaceState(null, "", addressOf(asked));
}

/** The page's own address with these filters, to be sent to somebody. @param {Filters} asked */
function addressOf(asked) {
  const usual = /** @type {Record<string, string>} */ ({ role: "any", state: "all", today: today() });
  const set = Object.entries(asked).filter(([name, value]) => value && value !== usual[name]);
  return set.length ? `?${new URLSearchParams(set)}` : location.pathname;
}

function fillChoices() {
  part("units").replaceChildren(
    ...totals(records, unitOf, today()).map(({ unit }) => element("option", { value: unit })),
  );
  const chooser = /** @type {HTMLSelectElement} */ (field("document"));
  const chosen = chooser.value || new URLSearchParams(location.search).get("document");
  const known = [...new Set(records.map((record) => record.document_id))];
  chooser.replaceChildren(
    /** @type {HTMLOptionElement} */ (chooser.options[0]),
    ...known.map((id) =>
      element("option", { value: id, lang: "zh-CN", selected: id === chosen }, titles.get(id) ?? id),
    ),
  );
}

/** @param {string} address @param {(page: any) => void} take */
async function everyPage(address, take) {
  /** @type {string | null} */
  let next = address;
  while (next) {
    /** @type {{ next: string | null }} */
    const page = await (await request(next)).json();
    take(page);
    next = page.next;
  }
}

/** Learns under which names the units occur; the most frequent one stands for all of a unit's names. */
async function fetchUnits() {
  /** @type {{ units: { name: string, key: string, english: string | null }[] }} */
  const { units } = await (await request("/v1/units")).json();
  const usual = new Map(units.toReversed().map(({ key, name }) => [key, name]));
  usualNames = new Map(units.map(({ key, name }) => [name, usual.get(key) ?? name]));
  englishNames = new Map(units.map(({ name, english }) => [name, english]));
}

/** Asks the server which names can mean the chosen unit, so that what is shown is what will be exported. */
async function chooseUnit() {
  const unit = field("unit").value.trim();
  try {
    /** @type {{ units: { name: string }[] }} */
    const { units } = unit
      ? await (await request(`/v1/units?${new URLSearchParams({ name: unit })}`)).json()
      : { units: [] };
    // Somebody may have chosen another one meanwhile.
    if (unit !== field("unit").value.trim()) return;
    meant = { unit, names: new Set(units.map(({ name }) => name)) };
    draw();
  } catch (error) {
    part("trouble").replaceChildren(notice(error));
  }
}

for (const [name, value] of new URLSearchParams(location.search)) {
  const known = form.elements.namedItem(name);
  if (known instanceof HTMLInputElement || known instanceof HTMLSelectElement) known.value = value;
}
field("today").value ||= today();
form.addEventListener("input", (event) => {
  // Half a unit's name would only empty the page: it counts when it is chosen or finished.
  if (event.target === field("unit")) return;
  clearTimeout(typing);
  typing = setTimeout(draw, event.target === field("words") ? PAUSE : 0);
});
field("unit").addEventListener("change", () => void chooseUnit());
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => {
  setTimeout(() => {
    field("today").value = today();
    void chooseUnit();
  });
});
const more = part("more");
more.addEventListener("click", () => {
  more.setAttribute("aria-expanded", String(form.classList.toggle("open")));
});
// On a phone the charts would stand before the tasks: they start folded.
if (matchMedia("(max-width: 700px)").matches) part("charts").removeAttribute("open");
onLanguage(draw);
startPage("tasks");

try {
  await Promise.all([
    everyPage("/v1/documents?limit=500", (page) => {
      for (const each of page.documents) titles.set(each.id, each.title);
    }),
    fetchUnits(),
    chooseUnit(),
    everyPage("/v1/tasks?limit=500", (page) => {
      // The first page is drawn at once, the rest when all is there: counts must not creep.
      total = page.total;
      records = [...records, ...page.tasks];
      byId = new Map(records.map((record) => [record.id, record]));
      if (records.length === page.tasks.length) draw();
      else part("summary").textContent = words().fetching(records.length, total);
    }),
  ]);
  fillChoices();
  draw();
} catch (error) {
  part("trouble").replaceChildren(notice(error));
}
