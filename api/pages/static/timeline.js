// How many tasks fall due when, as a bar chart.
import { drawing } from "./dom.js";

/** @typedef {{ year: number, month: number, overdue: number, ahead: number }} Bar */

const WIDTH = 640;
const HEIGHT = 180;
const FOOT = 34;
const HEAD = 18;

/**
 * The chart; each bar's title says its count, `label` the whole in words.
 * @param {{ months: number, bars: Bar[] }} timeline
 * @param {string} label
 * @param {(bar: Bar) => string} title
 * @param {(quarter: number) => string} quarter
 */
export function timelineChart({ months, bars }, label, title, quarter) {
  const most = Math.max(1, ...bars.map((bar) => bar.overdue + bar.ahead));
  const step = WIDTH / Math.max(bars.length, 6);
  const unit = (HEIGHT - FOOT - HEAD) / most;
  const ground = HEIGHT - FOOT;
  const width = Math.min(step * 0.66, 36);
  // A label needs about 14 units of room: with many bars only some carry one.
  const every = Math.max(1, Math.ceil(16 / step));
  return drawing(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label, class: "timeline" },
    drawing("line", { x1: 0, x2: WIDTH, y1: ground + 0.5, y2: ground + 0.5, class: "ground" }),
    ...bars.map((bar, place) => {
      const middle = place * step + step / 2;
      const count = bar.overdue + bar.ahead;
      const opens = place === 0 || bar.month === 1 || (months === 12 && bar.year % every === 0);
      const part = months === 1 ? bar.month : months === 3 ? quarter(Math.ceil(bar.month / 3)) : "";
      return drawing(
        "g",
        {},
        drawing("title", {}, title(bar)),
        drawing("rect", { x: place * step, y: 0, width: step, height: HEIGHT, class: "hit" }),
        count > 0 &&
          drawing("rect", {
            x: middle - width / 2,
            y: ground - unit * bar.overdue,
            width,
            height: unit * bar.overdue,
            class: "overdue",
          }),
        count > 0 &&
          drawing("rect", {
            x: middle - width / 2,
            y: ground - unit * count,
            width,
            height: unit * bar.ahead,
            class: "ahead",
          }),
        count > 0 && step >= 14 && drawing("text", { x: middle, y: ground - unit * count - 5, class: "value" }, count),
        part && place % every === 0 && drawing("text", { x: middle, y: ground + 14 }, part),
        opens && drawing("text", { x: middle, y: HEIGHT - 4, class: "year" }, bar.year),
      );
    }),
  );
}
