// The ledger as values: which records are wanted, in what order, how many for whom and when. No page here.

/** @typedef {import("../../widget/types").TaskRecord} TaskRecord */
/**
 * What is asked of the ledger; empty strings do not restrict, all that is given must hold, dates are ISO and inclusive.
 * `today` is the day by which a deadline counts as passed.
 * @typedef {object} Filters
 * @property {string} words
 * @property {string} unit
 * @property {"any" | "lead" | "with"} role
 * @property {string} document
 * @property {string} from
 * @property {string} to
 * @property {"all" | "overdue" | "ahead" | "undated"} state
 * @property {string} today
 */
/** @typedef {(name: string) => string} UnitOf the one name under which the names of a unit are counted */
/** @typedef {"place" | "task" | "lead" | "with" | "deadline"} Column */

/** For comparing: width, case and white space do not matter. @param {string} text */
export function fold(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}

/** Everything of a record that is searched. @param {TaskRecord} record */
export function searched(record) {
  return fold(
    [
      record.task,
      record.number ?? "",
      ...record.section,
      ...record.lead_units,
      ...record.participating_units,
      record.deadline?.text ?? "",
      ...record.targets.map((target) => target.text),
    ].join("\n"),
  );
}

/** Whether the last day of the deadline lies before `today`. @param {TaskRecord} record @param {string} today */
export function isOverdue(record, today) {
  const due = record.deadline?.to;
  return Boolean(due && due < today);
}

/**
 * A test for the filters.
 * @param {Filters} filters
 * @param {Set<string>} names all names that can mean the unit of the filters
 * @param {(record: TaskRecord) => string} textOf what `searched` gives, kept by the caller
 * @returns {(record: TaskRecord) => boolean}
 */
export function wanted(filters, names, textOf) {
  const words = filters.words.split(/\s+/).map(fold).filter(Boolean);
  const unit = filters.unit.trim();
  const { from, to } = period(filters);
  /** @param {string[]} units */
  const among = (units) => units.some((name) => names.has(name));
  return (record) => {
    const due = record.deadline?.to;
    return (
      (!filters.document || record.document_id === filters.document) &&
      (!unit ||
        (filters.role !== "with" && among(record.lead_units)) ||
        (filters.role !== "lead" && among(record.participating_units))) &&
      (!from || Boolean(due && due >= from)) &&
      (!to || Boolean(due && due <= to)) &&
      (filters.state !== "undated" || !record.deadline) &&
      words.every((word) => textOf(record).includes(word))
    );
  };
}

/** The interval for the last day of the deadline that period and state ask for together. @param {Filters} filters */
function period({ from, to, state, today }) {
  if (state === "overdue") {
    const eve = dayBefore(today);
    return { from, to: to && to < eve ? to : eve };
  }
  if (state === "ahead") return { from: from > today ? from : today, to };
  return { from, to };
}

/** @param {string} day ISO */
function dayBefore(day) {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

/**
 * The address that exports what these filters show.
 * @param {Filters} filters
 * @param {"csv" | "xlsx" | "ics"} format
 */
export function exportAddress(filters, format) {
  const { from, to } = period(filters);
  const unit = { any: "unit", lead: "lead", with: "participant" }[filters.role];
  const asked = [
    ["format", format],
    ["q", filters.words.trim()],
    [unit, filters.unit.trim()],
    ["document_id", filters.document],
    ["due_after", from],
    ["due_before", to],
    ["missing", filters.state === "undated" ? "deadline" : ""],
  ];
  return `/v1/tasks?${new URLSearchParams(asked.filter(([, value]) => value))}`;
}

/**
 * The records in the order of a column; those without a value come last either way, equal ones stay in document order.
 * @param {TaskRecord[]} records
 * @param {Column} column
 * @param {boolean} descending
 */
export function sorted(records, column, descending) {
  const collator = new Intl.Collator("zh-CN", { numeric: true });
  /** @type {Record<Column, (record: TaskRecord) => string>} */
  const values = {
    place: () => "",
    task: (record) => record.task,
    lead: (record) => record.lead_units.join("、"),
    with: (record) => record.participating_units.join("、"),
    deadline: (record) => record.deadline?.to ?? record.deadline?.from ?? "",
  };
  if (column === "place") return descending ? records.toReversed() : records;
  const compare =
    column === "deadline"
      ? (/** @type {string} */ one, /** @type {string} */ other) => (one < other ? -1 : Number(one > other))
      : collator.compare;
  return records
    .map((record) => ({ record, value: values[column](record) }))
    .sort((one, other) => {
      if (!one.value || !other.value) return Number(!one.value) - Number(!other.value);
      return descending ? compare(other.value, one.value) : compare(one.value, other.value);
    })
    .map(({ record }) => record);
}

/**
 * How many records each unit leads and takes part in, most first.
 * @param {TaskRecord[]} records
 * @param {UnitOf} unitOf
 * @param {string} today
 */
export function totals(records, unitOf, today) {
  /** @type {Map<string, { unit: string, lead: number, with: number, overdue: number }>} */
  const found = new Map();
  for (const record of records) {
    const leads = new Set(record.lead_units.map(unitOf));
    const others = new Set(record.participating_units.map(unitOf).filter((unit) => !leads.has(unit)));
    for (const unit of [...leads, ...others]) {
      const total = found.get(unit) ?? { unit, lead: 0, with: 0, overdue: 0 };
      if (leads.has(unit)) total.lead += 1;
      else total.with += 1;
      if (isOverdue(record, today)) total.overdue += 1;
      found.set(unit, total);
    }
  }
  return [...found.values()].sort((one, other) => other.lead - one.lead || other.with - one.with);
}

/**
 * How many records fall due in each month, quarter or year, whichever gives at most 36 bars; empty ones included.
 * @param {TaskRecord[]} records
 * @param {string} today
 */
export function timeline(records, today) {
  const dated = records.filter((record) => record.deadline?.to);
  const days = dated.map((record) => /** @type {string} */ (record.deadline?.to)).sort();
  if (!days.length) return { months: 1, bars: [] };
  /** @param {string} day */
  const month = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const span = month(days[days.length - 1]) - month(days[0]) + 1;
  const months = span <= 36 ? 1 : span <= 108 ? 3 : 12;
  const first = Math.floor(month(days[0]) / months);
  const last = Math.floor(month(days[days.length - 1]) / months);
  const bars = Array.from({ length: last - first + 1 }, (_, place) => ({
    year: Math.floor(((first + place) * months) / 12),
    month: (((first + place) * months) % 12) + 1,
    overdue: 0,
    ahead: 0,
  }));
  for (const record of dated) {
    const bar = bars[Math.floor(month(/** @type {string} */ (record.deadline?.to)) / months) - first];
    bar[isOverdue(record, today) ? "overdue" : "ahead"] += 1;
  }
  return { months, bars };
}
