/** A set of texts, numbered in the order they came, in typed arrays: a million ids take 30 MB. */
export class TextSet {
  /** By hash: number + 1 of what stands there; 0 is free. */
  readonly #slots = new GrowingInts(64);
  /** Where each ends among the bytes kept; it starts where the one before ends. */
  readonly #ends = new GrowingInts(32);
  readonly #bytes = new Uint8Array(growingBuffer(512));
  #size = 0;
  /** Systems number matters as they come: while each text is above the last, no slot is needed. */
  #isAscending = true;

  /** The number of a text; a new one has the next. */
  numberOf(text: string): number {
    const start = this.#startOf(this.#size);
    // Written behind the others, where it stays if it is new.
    const end = this.#write(text, start);
    if (this.#isAscending) {
      if (this.#isAboveLast(start, end)) return this.#keep(end);
      this.#isAscending = false;
      this.#widen();
    }
    const hash = hashOf(this.#bytes, start, end);
    const found = this.#find(start, end, hash);
    if (found >= 0) return found;
    const number = this.#keep(end);
    if (this.#size * 2 > this.#slots.list.length) this.#widen();
    else this.#enter(number, hash);
    return number;
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : this.#ends.list[number - 1]!;
  }

  /** Keeps what is written behind the others; gives its number. */
  #keep(end: number): number {
    this.#ends.put(this.#size, end);
    return this.#size++;
  }

  /** Whether what is written behind the others comes after the last of them, byte by byte. */
  #isAboveLast(start: number, end: number): boolean {
    if (this.#size === 0) return true;
    const bytes = this.#bytes;
    let i = this.#startOf(this.#size - 1);
    let at = start;
    while (at < end && i < start && bytes[i] === bytes[at]) {
      at++;
      i++;
    }
    return at < end && (i === start || bytes[at]! > bytes[i]!);
  }

  /** Writes a text where the others end; gives its own end. */
  #write(text: string, start: number): number {
    const bytes = this.#bytes;
    // A letter beyond ASCII takes three bytes.
    grow(bytes, start + text.length * 3);
    let end = start;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit > 0x7f) {
        bytes[end++] = 0x80;
        bytes[end++] = unit >> 8;
      }
      bytes[end++] = unit;
    }
    return end;
  }

  #find(start: number, end: number, hash: number): number {
    const slots = this.#slots.list;
    const ends = this.#ends.list;
    const bytes = this.#bytes;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot]! - 1;
      if (number < 0) return -1;
      let i = this.#startOf(number);
      if (ends[number]! - i !== end - start) continue;
      let at = start;
      while (at < end && bytes[i] === bytes[at]) {
        at++;
        i++;
      }
      if (at === end) return number;
    }
  }

  #enter(number: number, hash: number): void {
    const slots = this.#slots.list;
    const mask = slots.length - 1;
    let slot = hash & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = number + 1;
  }

  #widen(): void {
    const slots = this.#slots.list;
    while (slots.length < this.#size * 4) grow(slots, slots.length * 2);
    slots.fill(0);
    for (let number = 0, start = 0; number < this.#size; number++) {
      const end = this.#ends.list[number]!;
      this.#enter(number, hashOf(this.#bytes, start, end));
      start = end;
    }
  }
}

/** A list of whole numbers that grows in its place. */
export class GrowingInts {
  readonly list: Int32Array;

  constructor(length: number) {
    this.list = new Int32Array(growingBuffer(length * 4));
  }

  put(at: number, value: number): void {
    grow(this.list, at + 1);
    this.list[at] = value;
  }
}

/** No list takes more: only what is used of it is memory. */
const MOST_BYTES = 2 ** 31;

/** Bytes that grow in their place: no copy is made, and none is left behind. */
function growingBuffer(bytes: number): ArrayBuffer {
  return new ArrayBuffer(bytes, { maxByteLength: MOST_BYTES });
}

/** Makes room for so many entries. */
function grow(list: Uint8Array | Int32Array, length: number): void {
  if (length <= list.length) return;
  const bytes = Math.max(length, list.length * 2) * list.BYTES_PER_ELEMENT;
  (list.buffer as ArrayBuffer).resize(bytes);
}

/** 33 × hash + byte, in 32 bits, spread so that numbers in sequence do not crowd together. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = ((hash << 5) + (hash + bytes[i]!)) | 0;
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 7;
}
