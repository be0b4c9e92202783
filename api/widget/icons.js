// The few signs that buttons carry.
import { drawing } from "../pages/static/dom.js";

const ICONS = {
  send: "M3.4 20.4 21 12 3.4 3.6 3.4 10 15 12 3.4 14Z",
  stop: "M6 6h12v12H6Z",
  plus: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6Z",
  close: "m6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4Z",
  copy: "M8 3h12v14h-3v4H4V7h4V3Zm2 4h7v8h1V5h-8v2ZM6 9v10h9V9H6Z",
  up: "M2 10h4v11H2V10Zm6 0 4.5-8c1.5 0 2.7 1.2 2.7 2.7V9H22l-2 12H8V10Z",
  down: "M2 14h4V3H2v11Zm6 0 4.5 8c1.5 0 2.7-1.2 2.7-2.7V15H22L20 3H8v11Z",
  chat: "M3 4h18v13h-9l-5 4v-4H3V4Zm4 4v2h10V8H7Zm0 4v2h7v-2H7Z",
};

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  return drawing(
    "svg",
    { viewBox: "0 0 24 24", width: 18, height: 18, "aria-hidden": "true", focusable: "false" },
    drawing("path", { d: ICONS[name], fill: "currentColor" }),
  );
}
