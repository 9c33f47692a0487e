/** Text that a broken conversion has spoilt: it is found in single cells of files that are read well. */

/** Characters that only a broken conversion leaves: they stand for text that is lost. */
const LOST = /(?!\s)\p{Cc}|[\ufffd-\uffff]|锟斤拷/u;
/** What Windows shows for the bytes 80 to BF, which are the second and third of a character in UTF-8. */
const FOLLOWING = "[\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]";
/** 宪 of UTF-8 read as Latin letters: å®ª; once more: Ã¥Â®Âª. */
const UTF8_AS_LATIN = new RegExp(
  `[ã-ï](?![–—‘’“”…•·]{2})${FOLLOWING}{2}|[ÂÃ][\u0080-\u00bf€]|Ã${FOLLOWING}Â`,
);
/** 宪法 of GBK read as Latin letters: ÏÜ·¨; two bytes a character, the first of a common one B0 to D7. */
const GBK_AS_LATIN = /[\u00b0-\u00f7][\u00a1-\u00fe]/g;
const LATIN_LETTER = /[À-ÖØ-öø-þ]/;

/** Whoever sees such a text reads it from the other end: 噪声 is stored as 声噪, and a telephone number backwards. */
export function isReversed(text: string): boolean {
  if (PLAIN.test(text) || !TURNED.test(text)) return false;
  return OVERRIDE.test(text) || !RIGHT_TO_LEFT.test(text);
}
/** What writes all that follows from one end, whatever it is; and what begins a passage from the right. */
const OVERRIDE = /[\u202d\u202e]/;
const TURNED = /[\u202b\u202d\u202e\u2067]/;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Whether some of a text is no text any more. */
export function isGarbled(text: string): boolean {
  if (PLAIN.test(text)) return false;
  if (LOST.test(text) || isQuestionMarks(text)) return true;
  return UTF8_AS_LATIN.test(text) || isGbkAsLatin(text) || isUtf8AsGbk(text);
}
const PLAIN = /^[!->@-~]*$/;

/** Question marks in the place of letters: ????, ??-2023-01, A????; not at the end of a question. */
function isQuestionMarks(text: string): boolean {
  if (text.includes("???")) return !/[\p{Script=Han}/]/u.test(text);
  return text.includes("??") && !/\p{L}/u.test(text);
}

/** 宣传??: letters that a conversion has lost; or a question asked twice, so it is only asked about. */
export function isLostInChinese(text: string): boolean {
  return text.includes("??") && /\p{Script=Han}/u.test(text);
}

/** Names of other countries have letters with accents, but few of them and among other letters. */
function isGbkAsLatin(text: string): boolean {
  const letters = new Set(text.match(/[\u00a1-\u00fe]/g));
  if (letters.size < 3 || /[a-z]/i.test(text) || !LATIN_LETTER.test(text)) return false;
  const pairs = text.match(GBK_AS_LATIN) ?? [];
  const runs = text.match(/[\u00a1-\u00fe]+/g) ?? [];
  return pairs.length > 0 && runs.every((run) => run.length % 2 === 0);
}

/** 执法 of UTF-8 read as GBK: 鎵ф硶. Written back as GBK its bytes are good UTF-8 of Chinese. */
function isUtf8AsGbk(text: string): boolean {
  if (![...text].some((character) => gbkRare().has(character))) return false;
  const bytes: number[] = [];
  for (const character of text) {
    const code = gbkCodes().get(character) ?? (character <= "~" ? character.charCodeAt(0) : -1);
    // What could not be read stands as a question mark or a box: the bytes before tell enough.
    if (code < 0) break;
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  const read = new TextDecoder().decode(Uint8Array.from(bytes), { stream: true });
  const chinese = read.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return chinese >= 2 && !/\ufffd(?!$)/.test(read.slice(0, -1));
}

let rare: Set<string> | undefined;
/** The first bytes E4 to E9 of a Chinese character in UTF-8 are those of rare ones in GBK. */
function gbkRare(): ReadonlySet<string> {
  if (rare) return rare;
  rare = new Set();
  const decoder = new TextDecoder("gbk");
  for (let lead = 0xe4; lead <= 0xe9; lead++) {
    for (let trail = 0x80; trail <= 0xbf; trail++)
      rare.add(decoder.decode(Uint8Array.of(lead, trail)));
  }
  return rare;
}

let codes: Map<string, number> | undefined;
function gbkCodes(): ReadonlyMap<string, number> {
  if (codes) return codes;
  codes = new Map([["€", 0x80]]);
  const decoder = new TextDecoder("gbk");
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== "\ufffd")
        codes.set(character, (lead << 8) | trail);
    }
  }
  return codes;
}
