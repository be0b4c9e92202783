// What every page has: a language, a key where the server asks for one, requests whose refusals can be shown.
import { element } from "./dom.js";
import { WORDS } from "./words.js";

/** @typedef {"zh" | "en"} Language */
/** @typedef {import("./words").Words} Words */

const LANGUAGE = "zhengwen:language";
const KEY = "zhengwen:key";

/** @type {(() => void)[]} */
const listeners = [];
/** @type {string} */
let page = "";

/** @param {string} name */
function recall(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** @param {string} name @param {string} value */
function remember(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // storage is switched off: the choice lasts as long as the page
  }
}

/** @type {Language} */
let chosen = (recall(LANGUAGE) ?? navigator.language).toLowerCase().startsWith("zh") ? "zh" : "en";

/** The language of the page's own words. @returns {Language} */
export function language() {
  return chosen;
}

/** The page's words in that language. @returns {Words} */
export function words() {
  return WORDS[chosen];
}

/** A day in the page's language. @param {string} day ISO */
export function date(day) {
  return new Intl.DateTimeFormat(words().locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
}

/** The key that was entered on this machine, for servers that ask for one. */
export function accessKey() {
  return recall(KEY);
}

/** Calls `listener` now-and-always when the language is set. @param {() => void} listener */
export function onLanguage(listener) {
  listeners.push(listener);
}

/** Fills in the page's words and starts what listens. @param {keyof Words["pages"]} name */
export function startPage(name) {
  page = name;
  document.getElementById("language")?.addEventListener("click", () => {
    chosen = chosen === "zh" ? "en" : "zh";
    remember(LANGUAGE, chosen);
    translate();
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[download]") : null;
    if (!link || !accessKey()) return;
    event.preventDefault();
    void download(/** @type {HTMLAnchorElement} */ (link).href);
  });
  translate();
}

/** Downloads what a link cannot fetch, because a link sends no key. @param {string} address */
async function download(address) {
  try {
    const response = await request(address);
    const name = /filename="?([^";]+)/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? "";
    const content = URL.createObjectURL(await response.blob());
    element("a", { href: content, download: name }).click();
    URL.revokeObjectURL(content);
  } catch (error) {
    part("main").prepend(notice(error));
  }
}

function translate() {
  document.documentElement.lang = words().locale;
  document.title = words().pages[/** @type {keyof Words["pages"]} */ (page)];
  /** @param {string | undefined} name */
  const worded = (name) => String(words()[/** @type {keyof Words} */ (name)]);
  for (const node of document.querySelectorAll("[data-word]")) {
    node.textContent = worded(/** @type {HTMLElement} */ (node).dataset.word);
  }
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", worded(/** @type {HTMLElement} */ (node).dataset.label));
  }
  for (const node of document.querySelectorAll("[data-placeholder]")) {
    node.setAttribute("placeholder", worded(/** @type {HTMLElement} */ (node).dataset.placeholder));
  }
  const other = document.getElementById("language");
  if (other) {
    other.textContent = words().otherLanguage;
    other.lang = chosen === "zh" ? "en" : "zh-CN";
  }
  for (const listener of listeners) listener();
}

/** A request that the server refused; the message says what to do. */
export class Refusal extends Error {
  /** @param {number} status @param {string} message */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/**
 * Fetches from this server with the key, if any. Throws a Refusal with a sentence that can be shown.
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<Response>}
 */
export async function request(path, options = {}) {
  const headers = new Headers(options.headers);
  const key = accessKey();
  if (key) headers.set("Authorization", `Bearer ${key}`);
  let response;
  try {
    response = await fetch(path, { ...options, headers });
  } catch {
    throw new Refusal(0, words().unreachable);
  }
  if (response.ok) return response;
  throw refusal(response.status, await response.json().catch(() => null));
}

/**
 * A problem document in the reader's words, where there are any for its kind.
 * @param {number} status
 * @param {import("../../widget/types").Problem | null} problem
 */
export function refusal(status, problem) {
  const kind = problem?.type?.split("/").at(-1) ?? "";
  return new Refusal(status, words().problems[kind] ?? problem?.detail ?? problem?.title ?? words().failed);
}

/** A refusal as a notice; where a key is asked for, with a field to enter it. @param {unknown} error */
export function notice(error) {
  const message = error instanceof Error ? error.message : String(error);
  const box = element("div", { class: "notice", role: "alert" }, element("p", {}, message));
  if (error instanceof Refusal && error.status === 401) {
    const field = element("input", {
      type: "password",
      "aria-label": words().key,
      placeholder: words().key,
      autocomplete: "off",
    });
    box.append(
      element(
        "form",
        {
          submit: (/** @type {SubmitEvent} */ event) => {
            event.preventDefault();
            remember(KEY, field.value.trim());
            location.reload();
          },
        },
        field,
        element("button", { type: "submit" }, words().enter),
      ),
    );
  }
  return box;
}

/** An element of the page that must be there. @param {string} id @returns {HTMLElement} */
export function part(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}
