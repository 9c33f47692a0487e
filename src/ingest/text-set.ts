/** A set of texts, numbered in the order they came, in typed arrays: a million ids take 40 MB. */
export class TextSet {
  /** Two numbers a slot: number + 1 of what stands there (0 is free), and its hash. */
  #slots = new Int32Array(128);
  /** Where each ends among the bytes kept; it starts where the one before ends. */
  #ends = new Int32Array(32);
  #bytes = new Uint8Array(512);
  #size = 0;

  /** The number of a text; a new one has the next. */
  numberOf(text: string): number {
    const start = this.#size === 0 ? 0 : this.#ends[this.#size - 1]!;
    // Written behind the others, where it stays if it is new.
    const end = start + this.#write(text, start);
    const hash = hashOf(this.#bytes, start, end);
    const found = this.#find(start, end, hash);
    if (found >= 0) return found;
    const number = this.#size++;
    if (this.#size * 4 > this.#slots.length) this.#widen();
    if (number === this.#ends.length) this.#ends = larger(this.#ends, number * 2);
    this.#ends[number] = end;
    put(this.#slots, number, hash);
    return number;
  }

  /** Writes a text where the others end; gives its length in bytes. */
  #write(text: string, start: number): number {
    // A letter beyond ASCII takes three bytes.
    const room = start + text.length * 3;
    if (room > this.#bytes.length) {
      const bytes = new Uint8Array(Math.max(room, this.#bytes.length * 2));
      bytes.set(this.#bytes.subarray(0, start));
      this.#bytes = bytes;
    }
    const bytes = this.#bytes;
    let end = start;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit > 0x7f) {
        bytes[end++] = 0x80;
        bytes[end++] = unit >> 8;
      }
      bytes[end++] = unit;
    }
    return end - start;
  }

  #find(start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const ends = this.#ends;
    const bytes = this.#bytes;
    const mask = slots.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const number = slots[slot]! - 1;
      if (number < 0) return -1;
      if (slots[slot + 1] !== hash) continue;
      let i = number === 0 ? 0 : ends[number - 1]!;
      if (ends[number]! - i !== end - start) continue;
      let at = start;
      while (at < end && bytes[i] === bytes[at]) {
        at++;
        i++;
      }
      if (at === end) return number;
    }
  }

  #widen(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    // In their order, not in that of the slots: neighbours go beside each other.
    for (let number = 0, start = 0; number < this.#size - 1; number++) {
      const end = this.#ends[number]!;
      put(slots, number, hashOf(this.#bytes, start, end));
      start = end;
    }
    this.#slots = slots;
  }
}

function put(slots: Int32Array, number: number, hash: number): void {
  const mask = slots.length - 1;
  let slot = (hash << 1) & mask;
  while (slots[slot] !== 0) slot = (slot + 2) & mask;
  slots[slot] = number + 1;
  slots[slot + 1] = hash;
}

/** An array with room for more numbers. */
export function larger(from: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(length);
  to.set(from);
  return to;
}

/** 33 × hash + byte, in 32 bits: numbers in sequence lie beside each other. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = ((hash << 5) + (hash + bytes[i]!)) | 0;
  return hash;
}
