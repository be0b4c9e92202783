// The ledger's charts: how much each unit has to do, and what falls due when.
import { element } from "./dom.js";
import { words } from "./page.js";
import { timelineChart } from "./timeline.js";

const FEW_UNITS = 7;

/**
 * A bar for each unit, which chooses the unit; at first only for those with the most tasks.
 * @param {ReturnType<typeof import("./ledger").totals>} units
 * @param {string} chosen
 * @param {boolean} all
 * @param {{ name: (unit: string) => string, choose: (unit: string) => void, more: () => void }} host
 */
export function totalsView(units, chosen, all, { name, choose, more }) {
  const say = words();
  const most = Math.max(1, ...units.map((unit) => unit.lead + unit.with));
  const rows = (all ? units : units.slice(0, FEW_UNITS)).map((total) =>
    element(
      "li",
      {},
      element(
        "button",
        {
          type: "button",
          "aria-pressed": String(total.unit === chosen),
          click: () => choose(total.unit === chosen ? "" : total.unit),
        },
        element("span", { class: "name", lang: "zh-CN" }, name(total.unit)),
        element(
          "span",
          { class: "bar", "aria-hidden": "true" },
          share("lead", total.lead / most),
          share("with", total.with / most),
        ),
        element("span", { class: "counts" }, say.counts(total.lead, total.with)),
      ),
    ),
  );
  if (units.length <= FEW_UNITS) return rows;
  const label = all ? say.fewer : say.allOf(units.length);
  const button = element(
    "button",
    { type: "button", class: "quiet", "aria-expanded": String(all), click: more },
    label,
  );
  return [...rows, element("li", {}, button)];
}

/** A part of a bar. @param {string} role @param {number} width from 0 to 1 */
function share(role, width) {
  const part = element("i", { class: role });
  part.style.width = `${100 * width}%`;
  return part;
}

/** What falls due when, with its legend. @param {ReturnType<typeof import("./ledger").timeline>} line */
export function timelineView(line) {
  const say = words();
  if (!line.bars.length) return [element("p", { class: "none" }, say.noDates)];
  const dated = line.bars.reduce((sum, bar) => sum + bar.overdue + bar.ahead, 0);
  const late = line.bars.reduce((sum, bar) => sum + bar.overdue, 0);
  const month = new Intl.DateTimeFormat(say.locale, { year: "numeric", month: "long", timeZone: "UTC" });
  /** @param {(typeof line.bars)[number]} bar */
  const title = (bar) => {
    const since = line.months === 12 ? String(bar.year) : month.format(Date.UTC(bar.year, bar.month - 1));
    return say.bar(since, line.months, bar.overdue + bar.ahead, bar.overdue);
  };
  return [
    timelineChart(line, say.timeline(dated, late), title, say.quarter),
    element(
      "p",
      { class: "legend" },
      element("span", { class: "overdue" }, say.overdue),
      element("span", { class: "ahead" }, say.ahead),
    ),
  ];
}
