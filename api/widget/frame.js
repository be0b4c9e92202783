// What stands around the conversation.
import { icon } from "./icons.js";
import { chips } from "./view.js";
import { element } from "../pages/static/dom.js";

/** @typedef {import("./words").Words} Words */

/** The button that opens the floating panel. @param {string} title @param {Words} words @param {() => void} open */
export function launcher(title, words, open) {
  return element(
    "button",
    { type: "button", class: "launcher", part: "launcher", "aria-label": words.open, click: open },
    icon("chat"),
    element("span", {}, title),
  );
}

/**
 * The floating panel's head.
 * @param {string} title
 * @param {Words} words
 * @param {() => void} otherLanguage
 * @param {() => void} close
 */
export function head(title, words, otherLanguage, close) {
  const other = words.locale === "zh-CN" ? "en" : "zh-CN";
  return element(
    "header",
    { class: "head", part: "header" },
    element("h2", {}, title),
    element("button", { type: "button", class: "plain", lang: other, click: otherLanguage }, words.language),
    element(
      "button",
      { type: "button", class: "icon", "aria-label": words.close, title: words.close, click: close },
      icon("close"),
    ),
  );
}

/** What somebody sees who has not asked yet. @param {string[]} examples @param {import("./view").Host} host */
export function welcome(examples, host) {
  const { words } = host;
  return element(
    "div",
    { class: "welcome", part: "welcome" },
    element("h2", {}, words.welcome),
    element("p", {}, words.promise),
    examples.length > 0 && chips(examples, words.examples, host),
  );
}
