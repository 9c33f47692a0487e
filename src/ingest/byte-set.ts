/** A set of byte strings, numbered in the order they came, in typed arrays: a million ids take 40 MB. */
export class ByteSet {
  /** Two numbers a slot: number + 1 of what stands there (0 is free), and its hash. */
  #slots = new Int32Array(128);
  /** Where each ends among the bytes kept; it starts where the one before ends. */
  #ends = new Int32Array(32);
  #bytes = new Uint8Array(512);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /**
   * The number of `bytes` from `start` to `end`, or -1. `hash` is their hashOf; strings of another
   * `kind` (0 to 255) are other strings.
   */
  find(bytes: Uint8Array, start: number, end: number, hash: number, kind: number): number {
    const slots = this.#slots;
    const ends = this.#ends;
    const kept = this.#bytes;
    const mask = slots.length - 1;
    for (let slot = slotOf(hash, kind) & mask; ; slot = (slot + 2) & mask) {
      const number = slots[slot]! - 1;
      if (number < 0) return -1;
      if (slots[slot + 1] !== hash) continue;
      let i = number === 0 ? 0 : ends[number - 1]!;
      if (ends[number]! - i !== end - start + 1 || kept[i++] !== kind) continue;
      let at = start;
      while (at < end && kept[i] === bytes[at]) {
        at++;
        i++;
      }
      if (at === end) return number;
    }
  }

  /** Takes bytes that `find` has not found; gives their number. */
  add(bytes: Uint8Array, start: number, end: number, hash: number, kind: number): number {
    const number = this.#size++;
    if (this.#size * 4 > this.#slots.length) this.#widen();
    if (number === this.#ends.length) this.#ends = larger(this.#ends, number * 2);
    let last = number === 0 ? 0 : this.#ends[number - 1]!;
    if (last + end - start >= this.#bytes.length) {
      const bytes = new Uint8Array((last + end - start) * 2);
      bytes.set(this.#bytes.subarray(0, last));
      this.#bytes = bytes;
    }
    const kept = this.#bytes;
    kept[last++] = kind;
    for (let at = start; at < end; at++) kept[last++] = bytes[at]!;
    this.#ends[number] = last;
    put(this.#slots, number, hash, kind);
    return number;
  }

  #widen(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const kept = this.#bytes;
    // In their order, not in that of the slots: neighbours go beside each other.
    for (let number = 0, first = 0; number < this.#size - 1; number++) {
      const end = this.#ends[number]!;
      put(slots, number, hashOf(kept, first + 1, end), kept[first]!);
      first = end;
    }
    this.#slots = slots;
  }
}

function put(slots: Int32Array, number: number, hash: number, kind: number): void {
  const mask = slots.length - 1;
  let slot = slotOf(hash, kind) & mask;
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

/**
 * 33 × hash + byte, in 32 bits: no multiplication, so that the next byte need not wait, and numbers
 * in sequence lie beside each other. The reader of CSV computes the same on its way.
 */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = ((hash << 5) + (hash + bytes[i]!)) | 0;
  return hash;
}

function slotOf(hash: number, kind: number): number {
  return (hash + Math.imul(kind, 0x9e3779b1)) << 1;
}
