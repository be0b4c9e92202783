// Which conversation a tab shows again after a reload.

/**
 * Whether no other open tab holds this conversation; if so, this tab holds it from now on. Browsers without locks
 * (and pages without TLS) cannot tell, there two tabs share it.
 * @param {string} conversation
 * @returns {Promise<boolean>}
 */
async function claim(conversation) {
  if (!navigator.locks) return true;
  return new Promise((resolve) => {
    void navigator.locks.request(`zhengwen:${conversation}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise(() => {}) : undefined;
    });
  });
}

/** The conversation with one server: this tab's own, and the last one of any tab. */
export class ConversationMemory {
  /** @param {string} origin */
  constructor(origin) {
    this.name = `zhengwen:conversation:${origin}`;
  }

  /** The conversation that this tab had, or the last one if no other tab has it open. */
  async recall() {
    const [own, last] = [this.#read("sessionStorage"), this.#read("localStorage")];
    if (own) void claim(own);
    return own ?? (last && (await claim(last)) ? last : null);
  }

  /** @param {string} conversation */
  keep(conversation) {
    if (this.#read("sessionStorage") !== conversation) void claim(conversation);
    this.#write(conversation);
  }

  forget() {
    this.#write(null);
  }

  /** @param {"sessionStorage" | "localStorage"} storage */
  #read(storage) {
    try {
      return window[storage].getItem(this.name);
    } catch {
      return null; // storage is switched off: the conversation lasts as long as the page
    }
  }

  /** @param {string | null} conversation */
  #write(conversation) {
    for (const storage of /** @type {const} */ (["sessionStorage", "localStorage"])) {
      try {
        if (conversation === null) window[storage].removeItem(this.name);
        else window[storage].setItem(this.name, conversation);
      } catch {
        // as above
      }
    }
  }
}
