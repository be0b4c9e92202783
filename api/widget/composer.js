// Where questions are typed.
import { icon } from "./icons.js";
import { element } from "../pages/static/dom.js";

/** @typedef {import("./words").Words} Words */

const LONGEST_QUESTION = 2000;

/** The bar at the bottom: field, button, what is said about the network, a way to start anew. */
export class Composer {
  /**
   * @param {Words} words
   * @param {{ send: (question: string) => void, stop: () => void, fresh: () => void }} actions
   */
  constructor(words, { send, stop, fresh }) {
    this.words = words;
    this.busy = false;
    this.field = element("textarea", {
      rows: "1",
      maxlength: LONGEST_QUESTION,
      placeholder: words.placeholder,
      "aria-label": words.question,
      part: "input",
      input: () => this.#fit(),
      keydown: (/** @type {KeyboardEvent} */ event) => {
        // While an input method composes, Enter chooses a word.
        if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        if (!this.busy) submit();
      },
    });
    this.button = element("button", { type: "submit", class: "send", part: "send" });
    this.fresh = element("button", { type: "button", class: "plain fresh", click: fresh }, icon("plus"), words.fresh);
    this.hint = element("span", { class: "hint" });
    this.offline = element("p", { class: "offline", role: "alert", hidden: true });
    const submit = () => {
      const question = this.field.value.trim();
      if (!question) return;
      this.field.value = "";
      this.#fit();
      send(question);
    };
    this.view = element(
      "form",
      {
        class: "composer",
        part: "composer",
        submit: (/** @type {SubmitEvent} */ event) => {
          event.preventDefault();
          if (this.busy) stop();
          else submit();
        },
      },
      this.offline,
      element("div", { class: "box" }, this.field, this.button),
      element("div", { class: "under" }, this.fresh, this.hint),
    );
  }

  /** Shows whether an answer is on its way, whether there is a conversation, and the network. @param {boolean} busy @param {boolean} begun */
  update(busy, begun) {
    const { words } = this;
    this.busy = busy;
    const name = busy ? words.stop : words.send;
    this.button.replaceChildren(icon(busy ? "stop" : "send"));
    this.button.setAttribute("aria-label", name);
    this.button.title = name;
    this.fresh.hidden = !begun;
    this.fresh.disabled = busy;
    this.offline.hidden = navigator.onLine;
    this.offline.textContent = navigator.onLine ? "" : words.offline;
    this.#fit();
  }

  /** Takes over what was typed in the one before, with the place in it. @param {Composer} before @param {boolean} typing */
  takeOver(before, typing) {
    this.field.value = before.field.value;
    if (!typing) return;
    this.field.focus();
    this.field.setSelectionRange(before.field.selectionStart, before.field.selectionEnd);
  }

  /** As high as the question, and how long that is where it becomes too long. */
  #fit() {
    const { length } = this.field.value;
    this.hint.textContent = length > LONGEST_QUESTION * 0.9 ? this.words.tooLong(length) : this.words.hint;
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight}px`;
  }
}
