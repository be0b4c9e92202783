// The server counts Unicode code points, JavaScript counts UTF-16 units: 𠮷 is one there and two here.

/** A text that is addressed by code points. */
export class CodePoints {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    /** @type {Uint32Array | null} Where each code point starts, in UTF-16 units; null when both counts agree. */
    this.starts = null;
    if (/[\ud800-\udbff][\udc00-\udfff]/.test(text)) {
      const starts = [];
      for (let unit = 0; unit < text.length; unit += /** @type {number} */ (text.codePointAt(unit)) > 0xffff ? 2 : 1) {
        starts.push(unit);
      }
      this.starts = Uint32Array.from(starts);
    }
  }

  /** How many code points the text has. */
  get length() {
    return this.starts ? this.starts.length : this.text.length;
  }

  /** The UTF-16 offset of a code point. @param {number} point */
  unit(point) {
    if (!this.starts) return Math.min(point, this.text.length);
    return point < this.starts.length ? this.starts[point] : this.text.length;
  }

  /** The characters from `start` to before `end`. @param {number} start @param {number} end */
  slice(start, end) {
    return this.text.slice(this.unit(Math.max(0, start)), this.unit(Math.max(0, end)));
  }
}
