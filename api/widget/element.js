// <zhengwen-chat>: state and behaviour. Attributes are the source of truth for the settings, `#turns` for what is shown.
import { answerAsText, exampleQuestions } from "./answer.js";
import { Composer } from "./composer.js";
import { head, launcher, welcome } from "./frame.js";
import { ConversationMemory } from "./memory.js";
import { Server, ServerError } from "./server.js";
import { turnView } from "./view.js";
import { WORDS } from "./words.js";
import { element } from "../pages/static/dom.js";

/** @typedef {import("./types").Answer} Answer */
/** @typedef {import("./types").Citation} Citation */
/** @typedef {import("./types").Turn} Turn */

/**
 * A chat over the documents of a zhengwen server.
 *
 * Attributes: data-server (address, default: this page's), data-key, data-lang (zh, en; default: the page's),
 * data-title, data-theme (light, dark; default: the reader's), data-mode (floating; default: fills its box).
 * Variables: --zhengwen-accent, --zhengwen-paper (each also with -dark), --zhengwen-font, --zhengwen-font-size,
 * --zhengwen-radius, and of the floating panel --zhengwen-width, --zhengwen-height.
 * Parts: launcher, panel, header, log, welcome, turn, question, answer, status, marker, quote, mark, source, table,
 * tools, follow-ups, follow-up, error, composer, input, send.
 * Events: see ZhengwenEvents in types.d.ts.
 */
export class ZhengwenChat extends HTMLElement {
  static observedAttributes = ["data-server", "data-key", "data-lang", "data-title", "data-theme", "data-mode"];

  /** @type {Turn[]} */
  #turns = [];
  /** @type {string | null} */
  #conversation = null;
  /** @type {AbortController | null} */
  #asking = null;
  /** @type {import("./types").TaskRecord[]} What example questions are made of. */
  #tasks = [];
  #open = false;
  #server = new Server("", null);
  #memory = new ConversationMemory("");
  #root = this.attachShadow({ mode: "open" });
  #dark = matchMedia("(prefers-color-scheme: dark)");
  #log = element("div");
  #status = element("div");
  #composer = this.#newComposer();
  /** @type {Map<Turn, HTMLElement>} */
  #views = new Map();

  connectedCallback() {
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    this.#root.adoptedStyleSheets = [style];
    this.#dark.addEventListener("change", this.#paint);
    window.addEventListener("offline", this.#network);
    window.addEventListener("online", this.#network);
    this.#connect();
  }

  disconnectedCallback() {
    this.stop();
    this.#dark.removeEventListener("change", this.#paint);
    window.removeEventListener("offline", this.#network);
    window.removeEventListener("online", this.#network);
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (!this.isConnected || before === after) return;
    if (name === "data-server" || name === "data-key") this.#connect();
    else this.#paint();
  }

  /** The language of the controls: data-lang, else the page's, else the browser's. @returns {"zh" | "en"} */
  get language() {
    const wanted = this.dataset.lang || document.documentElement.lang || navigator.language;
    return wanted.toLowerCase().startsWith("zh") ? "zh" : "en";
  }

  /** Whether an answer is on its way. */
  get busy() {
    return this.#asking !== null;
  }

  get #words() {
    return WORDS[this.language];
  }

  get #floating() {
    return this.dataset.mode === "floating";
  }

  /** What the views may ask of this element. @returns {import("./view").Host} */
  get #host() {
    return {
      words: this.#words,
      origin: this.#server.origin,
      busy: this.busy,
      text: (id) => this.#server.text(id),
      ask: (question) => void this.ask(question),
      retry: (turn) => void this.#retry(turn),
      copy: (answer) => this.#copy(answer),
      rate: (turn, rating, comment) => this.#rate(turn, rating, comment),
      opened: (citation) => this.#tell("zhengwen:citation", { citation }),
    };
  }

  /** @param {keyof import("./types").ZhengwenEvents} name @param {object} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #connect() {
    this.#server = new Server((this.dataset.server ?? "").replace(/\/+$/, ""), this.dataset.key ?? null);
    this.#memory = new ConversationMemory(this.#server.origin || location.origin);
    this.#paint();
    void this.#restore();
  }

  /** Takes up the conversation that this tab had, or the last one if no other tab has it open. */
  async #restore() {
    const conversation = this.#turns.length ? null : await this.#memory.recall();
    if (!conversation) return this.#suggest();
    try {
      const turns = await this.#server.conversation(conversation);
      if (this.#turns.length) return;
      this.#conversation = conversation;
      this.#memory.keep(conversation);
      this.#turns = turns.map(({ question, answer }) => ({
        question,
        answer,
        state: "done",
        partial: "",
        citations: [],
        trouble: null,
        rating: null,
      }));
      this.#paint();
      this.#log.scrollTop = this.#log.scrollHeight;
    } catch (error) {
      // Unknown there (removed, or another collection): start anew. Not reached: keep it for the next time.
      if (error instanceof ServerError && error.status === 404) this.#forget();
    }
    return this.#suggest();
  }

  /** Fills the empty page with questions that this collection can answer. */
  async #suggest() {
    if (this.#turns.length || this.#tasks.length) return;
    this.#tasks = await this.#server.someTasks().catch(() => []);
    // Not the whole: somebody may be typing already.
    if (!this.#turns.length) this.#log.replaceChildren(this.#welcome());
  }

  #forget() {
    this.#conversation = null;
    this.#memory.forget();
  }

  /** Starts a new conversation; the old one stays on the server. */
  fresh() {
    this.stop();
    this.#forget();
    this.#turns = [];
    this.#tasks = [];
    this.#paint();
    this.#composer.field.focus();
    void this.#suggest();
  }

  /** Opens or closes the floating panel. @param {boolean} open */
  toggle(open) {
    this.#open = open;
    this.#paint();
    if (open) this.#composer.field.focus();
    else this.#root.querySelector("button")?.focus();
    this.#tell("zhengwen:toggle", { open });
  }

  /** Stops the answer that is on its way. */
  stop() {
    this.#asking?.abort();
  }

  /** Asks a question as if it had been typed. @param {string} question */
  async ask(question) {
    const asked = question.trim();
    if (!asked || this.busy) return;
    /** @type {Turn} */
    const turn = {
      question: asked,
      state: "searching",
      partial: "",
      citations: [],
      answer: null,
      trouble: null,
      rating: null,
    };
    this.#turns.push(turn);
    await this.#run(turn);
  }

  /** @param {Turn} turn */
  async #retry(turn) {
    if (this.busy) return;
    Object.assign(turn, { state: "searching", partial: "", citations: [], trouble: null });
    await this.#run(turn);
  }

  /** @param {Turn} turn */
  async #run(turn) {
    const asking = new AbortController();
    this.#asking = asking;
    // Only what is new is drawn: quotes that are open above stay open.
    if (this.#views.has(turn)) this.#repaint(turn);
    else if (this.#turns.length > 1) this.#log.append(this.#view(turn));
    else this.#log.replaceChildren(this.#view(turn));
    this.#bar();
    this.#views.get(turn)?.scrollIntoView({ block: "start" });
    this.#status.textContent = this.#words.searching;
    this.#tell("zhengwen:ask", { question: turn.question });
    try {
      const answer = await this.#server.ask(turn.question, this.#conversation, {
        signal: asking.signal,
        delta: (text) => {
          turn.state = "streaming";
          turn.partial += text;
          this.#repaint(turn);
        },
        citation: (citation) => turn.citations.push(citation),
      });
      Object.assign(turn, { answer, state: "done" });
      if (this.#turns.includes(turn)) this.#memory.keep((this.#conversation = answer.conversation_id));
      this.#tell("zhengwen:answer", { answer });
    } catch (error) {
      if (asking.signal.aborted) {
        turn.state = "stopped";
      } else {
        Object.assign(turn, { state: "failed", trouble: this.#explain(error) });
        this.#tell("zhengwen:error", { message: turn.trouble });
      }
    } finally {
      this.#asking = null;
      this.#settle(turn);
    }
  }

  /** Says the outcome once, whole, to readers who listen. @param {Turn} turn */
  #settle(turn) {
    const words = this.#words;
    const spoken = { done: turn.answer?.answer.replace(/\[\d+\]/g, ""), stopped: words.stopped, failed: turn.trouble };
    this.#repaint(turn);
    this.#bar();
    this.#status.textContent = spoken[/** @type {"done" | "stopped" | "failed"} */ (turn.state)] ?? "";
    if (turn.answer) this.#status.textContent += ` ${words.done(turn.answer.citations.length)}`;
  }

  /** @param {unknown} error */
  #explain(error) {
    const words = this.#words;
    if (!navigator.onLine) return words.offline;
    if (!(error instanceof ServerError)) return words.unreachable;
    if (error.status === 0) return words.broken;
    if (error.status === 401 || error.status === 403) return words.refused;
    if (error.status === 429) return words.busy;
    const { type, detail, title } = error.problem;
    return words.problems[type?.split("/").at(-1) ?? ""] ?? detail ?? title ?? words.failed;
  }

  /** @param {Answer} answer */
  async #copy(answer) {
    const text = answerAsText(answer, this.#server.origin || location.origin);
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    // Offices often serve their intranet without TLS, where the clipboard is closed to scripts.
    const field = element("textarea", { class: "unseen", readonly: true });
    field.value = text;
    this.#root.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }

  /** @param {Turn} turn @param {"up" | "down"} rating @param {string | null} comment */
  async #rate(turn, rating, comment) {
    if (!turn.answer) return null;
    try {
      await this.#server.feedback(turn.answer.id, rating, comment);
    } catch (error) {
      return this.#explain(error);
    }
    turn.rating = rating;
    this.#tell("zhengwen:feedback", { answer_id: turn.answer.id, rating, comment });
    return null;
  }

  #network = () => {
    this.#bar();
    if (navigator.onLine) void this.#restore();
  };

  /** Draws everything from the state. */
  #paint = () => {
    const words = this.#words;
    const typing = this.#root.activeElement === this.#composer.field;
    const before = this.#composer;
    this.#composer = this.#newComposer();
    this.#status = element("div", { class: "unseen", role: "status", "aria-live": "polite" });
    // Not live: text that streams in would be read word by word. The status says the whole answer, once.
    this.#log = element("div", {
      class: "log",
      part: "log",
      role: "log",
      "aria-live": "off",
      "aria-label": words.log,
      tabindex: "0",
    });
    this.#views.clear();
    if (this.#turns.length) this.#log.append(...this.#turns.map((turn) => this.#view(turn)));
    else this.#log.append(this.#welcome());
    const theme = this.dataset.theme ?? (this.#dark.matches ? "dark" : "light");
    const root = element("div", {
      class: `root ${theme} ${this.#floating ? "floating" : "filling"}`,
      lang: words.locale,
    });
    root.append(this.#floating && !this.#open ? launcher(this.#title, words, () => this.toggle(true)) : this.#panel());
    this.#root.replaceChildren(root);
    this.#composer.takeOver(before, typing);
    this.#bar();
  };

  #panel() {
    const panel = element("div", { class: "panel", part: "panel" });
    if (this.#floating) {
      panel.setAttribute("role", "dialog");
      panel.setAttribute("aria-label", this.#title);
      panel.addEventListener("keydown", (event) => {
        if (event.key === "Escape") this.toggle(false);
      });
      const otherLanguage = () => {
        this.dataset.lang = this.language === "zh" ? "en" : "zh";
      };
      panel.append(head(this.#title, this.#words, otherLanguage, () => this.toggle(false)));
    }
    panel.append(this.#log, this.#composer.view, this.#status);
    return panel;
  }

  get #title() {
    return this.dataset.title || this.#words.title;
  }

  #welcome() {
    return welcome(exampleQuestions(this.#tasks, this.#words), this.#host);
  }

  #newComposer() {
    return new Composer(this.#words, {
      send: (question) => void this.ask(question),
      stop: () => this.stop(),
      fresh: () => this.fresh(),
    });
  }

  /** Brings what depends on the network and on an answer that is under way up to date. */
  #bar() {
    this.#composer.update(this.busy, this.#turns.length > 0);
    for (const chip of this.#root.querySelectorAll(".chip"))
      /** @type {HTMLButtonElement} */ (chip).disabled = this.busy;
  }

  /** @param {Turn} turn */
  #view(turn) {
    const view = turnView(turn, this.#host);
    this.#views.set(turn, view);
    return view;
  }

  /** @param {Turn} turn */
  #repaint(turn) {
    this.#views.get(turn)?.replaceWith(this.#view(turn));
  }
}
