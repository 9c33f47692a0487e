/** Words of two encodings in one file, where one reads the other's without a complaint. */

type Range = readonly [from: number, to: number];

/** By character: the two bytes that GB18030 writes it in, where they are in these ranges; else 0. */
function bytesIn([from, to]: Range, second: Range): Uint16Array {
  const gb = new TextDecoder("gb18030");
  const bytes = new Uint16Array(1 << 16);
  for (let a = from; a <= to; a++) {
    for (let b = second[0]; b <= second[1]; b++) {
      const character = gb.decode(Uint8Array.of(a, b));
      if (/^[\p{L}\p{Co}\p{S}]$/u.test(character)) bytes[character.charCodeAt(0)] = (a << 8) | b;
    }
  }
  return bytes;
}

/** Two 汉字 of UTF-8 are six bytes: read as GB18030, three characters, one of each of these. */
interface Tables {
  three: readonly [Uint16Array, Uint16Array, Uint16Array];
  /** The 汉字 of everyday (一级字 of GB 2312): by chance, rare ones come out. */
  everyday: Uint16Array;
}
let tables: Tables | undefined;
function makeTables(): Tables {
  const lead: Range = [0xe4, 0xe9];
  const trail: Range = [0x80, 0xbf];
  // No character of GB18030 starts with 80.
  const first: Range = [0x81, 0xbf];
  return {
    three: [bytesIn(lead, trail), bytesIn(first, lead), bytesIn(first, trail)],
    everyday: bytesIn([0xb0, 0xd7], [0xa1, 0xfe]),
  };
}

/** Whether text that was read as GB18030 holds words of UTF-8. A million rows are looked through. */
export function holdsUtf8(text: string): boolean {
  tables ??= makeTables();
  const [one, two, three] = tables.three;
  for (let at = 0; at < text.length - 2; at++) {
    const a = one[text.charCodeAt(at)]!;
    if (a === 0) continue;
    const b = two[text.charCodeAt(at + 1)]!;
    const c = three[text.charCodeAt(at + 2)]!;
    if (b !== 0 && c !== 0 && isEveryday([a, b, c], tables)) return true;
  }
  return false;
}

function isEveryday(pairs: readonly number[], { everyday }: Tables): boolean {
  const bytes = Uint8Array.from(pairs.flatMap((pair) => [pair >> 8, pair & 0xff]));
  return [...new TextDecoder().decode(bytes)].every((word) => everyday[word.charCodeAt(0)]! > 0);
}
