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

  /** The bytes of the text that is asked for, and of the last one kept, in lists that do not grow: faster. */
  #asked = new Uint8Array(FEW_BYTES);
  #last = new Uint8Array(FEW_BYTES);
  #lastLength = 0;

  /** The number of a text; a new one has the next. */
  numberOf(text: string): number {
    const length = this.#write(text);
    if (this.#isAscending) {
      if (this.#isAboveLast(length)) return this.#keep(length);
      this.#isAscending = false;
      this.#widen();
    }
    const hash = hashOf(this.#asked, 0, length);
    const found = this.#find(length, hash);
    if (found >= 0) return found;
    const number = this.#keep(length);
    if (this.#size * 2 > this.#slots.list.length) this.#widen();
    else this.#enter(number, hash);
    return number;
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : this.#ends.list[number - 1]!;
  }

  /** Keeps what is asked for behind the others; gives its number. */
  #keep(length: number): number {
    const start = this.#startOf(this.#size);
    grow(this.#bytes, start + length);
    this.#bytes.set(this.#asked.subarray(0, length), start);
    this.#ends.put(this.#size, start + length);
    [this.#asked, this.#last, this.#lastLength] = [this.#last, this.#asked, length];
    return this.#size++;
  }

  /** Whether what is asked for comes after the last text kept, byte by byte. */
  #isAboveLast(length: number): boolean {
    if (this.#size === 0) return true;
    const [asked, last, end] = [this.#asked, this.#last, this.#lastLength];
    let at = 0;
    while (at < length && at < end && last[at] === asked[at]) at++;
    return at < length && (at === end || asked[at]! > last[at]!);
  }

  /** Writes the text that is asked for; gives its length in bytes. */
  #write(text: string): number {
    // A letter beyond ASCII takes three bytes.
    if (text.length * 3 > this.#asked.length) this.#asked = new Uint8Array(text.length * 6);
    const bytes = this.#asked;
    let end = 0;
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

  #find(length: number, hash: number): number {
    const slots = this.#slots.list;
    const ends = this.#ends.list;
    const [bytes, asked] = [this.#bytes, this.#asked];
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot]! - 1;
      if (number < 0) return -1;
      const start = this.#startOf(number);
      if (ends[number]! - start !== length) continue;
      let at = 0;
      while (at < length && bytes[start + at] === asked[at]) at++;
      if (at === length) return number;
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

/** Room for a number of a matter; longer texts make their own. */
const FEW_BYTES = 256;

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
