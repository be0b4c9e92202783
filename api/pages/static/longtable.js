// A table of any length: only the rows near the window exist, the rest is kept free as room of their height.
import { element } from "./dom.js";

const CHUNK = 40;
const GUESS = 58;

/**
 * Rows in bodies of CHUNK rows each; a body is filled while it is near the window.
 * @template T
 */
export class LongTable {
  /** @type {T[]} */
  #records = [];
  /** @type {IntersectionObserver | null} */
  #watch = null;
  /** @type {number} The height of a row, in pixels, learnt from the rows that were drawn. */
  #height = GUESS;

  /**
   * @param {HTMLTableElement} table
   * @param {number} columns
   * @param {(record: T, place: number) => HTMLTableRowElement} row
   */
  constructor(table, columns, row) {
    this.table = table;
    this.columns = columns;
    this.row = row;
  }

  /** Shows these records instead of those before. @param {T[]} records */
  show(records) {
    this.#records = records;
    this.#watch?.disconnect();
    this.#watch = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) this.#fill(/** @type {HTMLTableSectionElement} */ (target));
          else this.#empty(/** @type {HTMLTableSectionElement} */ (target));
        }
      },
      { rootMargin: "800px 0px" },
    );
    for (const body of [...this.table.tBodies]) body.remove();
    this.table.setAttribute("aria-rowcount", String(records.length + 1));
    const bodies = [];
    for (let start = 0; start < records.length; start += CHUNK) {
      const body = element("tbody", { role: "rowgroup", "data-start": start });
      // The first rows are there at once, the others when they come near.
      if (start === 0) this.#fill(body);
      else this.#reserve(body, Math.min(CHUNK, records.length - start) * this.#height);
      bodies.push(body);
    }
    this.table.append(...bodies);
    for (const body of bodies) this.#watch.observe(body);
  }

  /** @param {HTMLTableSectionElement} body */
  #fill(body) {
    if (body.dataset.filled) return;
    const start = Number(body.dataset.start);
    body.dataset.filled = "true";
    body.removeAttribute("aria-hidden");
    body.replaceChildren(
      ...this.#records.slice(start, start + CHUNK).map((record, place) => this.row(record, start + place)),
    );
  }

  /** @param {HTMLTableSectionElement} body */
  #empty(body) {
    if (!body.dataset.filled) return;
    // The reader stands in it, out of sight: let the place stay.
    if (body.contains(document.activeElement)) return;
    const { height } = body.getBoundingClientRect();
    this.#height = height / body.rows.length;
    this.#reserve(body, height);
  }

  /** @param {HTMLTableSectionElement} body @param {number} height in pixels */
  #reserve(body, height) {
    delete body.dataset.filled;
    const room = element("td", { colspan: this.columns, class: "room" });
    room.style.height = `${height}px`;
    body.setAttribute("aria-hidden", "true");
    body.replaceChildren(element("tr", {}, room));
  }
}
