// The widget's side of the HTTP API.
import { CodePoints } from "../pages/static/codepoints.js";

/** @typedef {import("./types").Answer} Answer */
/** @typedef {import("./types").Citation} Citation */
/** @typedef {import("./types").Problem} Problem */

/** A request that the server refused, or an answer that broke off; `problem` is what the server said. */
export class ServerError extends Error {
  /** @param {number} status 0 where the stream broke off @param {Problem} problem */
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

/**
 * The events of a Server-Sent Events response, as `[name, data]`; comments are skipped.
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body
 * @returns {AsyncGenerator<[string, string]>}
 */
export async function* eventsOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let pending = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      pending += value ?? "";
      // A lone CR may be the first half of a CR LF that was cut by the network.
      const events = pending.replace(/\r\n/g, "\n").split("\n\n");
      pending = /** @type {string} */ (events.pop());
      for (const event of events) {
        let name = "message";
        const data = [];
        for (const line of event.split("\n")) {
          if (line.startsWith("event:")) name = line.slice(6).trim();
          else if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /, ""));
        }
        if (data.length) yield [name, data.join("\n")];
      }
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** @param {Response} response @returns {Promise<ServerError>} */
async function refusal(response) {
  const problem = await response.json().catch(() => ({}));
  return new ServerError(response.status, problem);
}

/** One server, one key; texts of documents are fetched once. */
export class Server {
  /** @type {Map<string, Promise<CodePoints>>} */
  #texts = new Map();

  /** @param {string} origin without a slash at its end @param {string | null} key */
  constructor(origin, key) {
    this.origin = origin;
    this.key = key;
  }

  /** @param {string} path @param {RequestInit} [options] @returns {Promise<Response>} */
  async #request(path, options = {}) {
    const headers = new Headers(options.headers);
    if (this.key) headers.set("Authorization", `Bearer ${this.key}`);
    const response = await fetch(this.origin + path, { ...options, headers });
    if (!response.ok) throw await refusal(response);
    return response;
  }

  /** @param {string} path @param {unknown} body @param {RequestInit} [options] */
  #post(path, body, options = {}) {
    const headers = { "Content-Type": "application/json", ...options.headers };
    return this.#request(path, { ...options, method: "POST", headers, body: JSON.stringify(body) });
  }

  /**
   * Asks, and hands over the answer as it comes: `delta` gets text, `citation` a citation. Resolves with the whole.
   * @param {string} question
   * @param {string | null} conversation
   * @param {{ signal: AbortSignal, delta: (text: string) => void, citation: (citation: Citation) => void }} options
   * @returns {Promise<Answer>}
   */
  async ask(question, conversation, { signal, delta, citation }) {
    const body = { question, stream: true, ...(conversation ? { conversation_id: conversation } : {}) };
    const response = await this.#post("/v1/ask", body, { signal, headers: { Accept: "text/event-stream" } });
    if (response.body) {
      for await (const [name, data] of eventsOf(response.body)) {
        const value = JSON.parse(data);
        if (name === "delta") delta(value.text);
        else if (name === "citation") citation(value);
        else if (name === "done") return value;
        else if (name === "error") throw new ServerError(value.status ?? 500, value);
      }
    }
    throw new ServerError(0, {});
  }

  /** The canonical text of a document. @param {string} id @returns {Promise<CodePoints>} */
  text(id) {
    let text = this.#texts.get(id);
    if (!text) {
      text = this.#request(`/v1/documents/${encodeURIComponent(id)}/text`)
        .then((response) => response.arrayBuffer())
        // Not response.text(): that drops a byte order mark, and every offset after it would be off by one.
        .then((bytes) => new CodePoints(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)));
      // A failure is not kept: the next opening tries again.
      text.catch(() => this.#texts.delete(id));
      this.#texts.set(id, text);
    }
    return text;
  }

  /** The turns of a conversation; none where the server does not know it. @param {string} id */
  async conversation(id) {
    const response = await this.#request(`/v1/conversations/${encodeURIComponent(id)}`);
    /** @type {{ turns: { question: string, answer: Answer }[] }} */
    const { turns } = await response.json();
    return turns;
  }

  /** Some task records of the collection. @returns {Promise<import("./types").TaskRecord[]>} */
  async someTasks() {
    return (await (await this.#request("/v1/tasks?limit=100")).json()).tasks;
  }

  /** @param {string} answer_id @param {"up" | "down"} rating @param {string | null} comment */
  async feedback(answer_id, rating, comment) {
    await this.#post("/v1/feedback", { answer_id, rating, ...(comment ? { comment } : {}) });
  }
}
