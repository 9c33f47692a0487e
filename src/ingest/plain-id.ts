/**
 * Whether bytes are an id that nothing is to be said of: Latin letters, digits, - _ and /, long
 * enough, and no digits that could be somebody's number. Told without making a text of it: ids are
 * the one column in which no cell is like another. What is not plain is no error, but looked at.
 */
export function isPlainId(bytes: Uint8Array, start: number, end: number): boolean {
  // 5-Jan and its like are shorter.
  if (end - start < 7 || end - start > 64) return false;
  let before = 0;
  /** Where digits begin, dashes between them allowed; and how many digits there are. */
  let run = -1;
  let digits = 0;
  let all = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x30 && byte <= 0x39) {
      if (run < 0) run = at;
      digits++;
    } else if (byte === DASH) {
      if (at === start) return false;
      if (before === DASH || before === SLASH || before === UNDERSCORE) return false;
    } else {
      const letter = byte | 0x20;
      const isLetter = letter >= 0x61 && letter <= 0x7a;
      if (!isLetter && byte !== SLASH && byte !== UNDERSCORE) return false;
      if (run >= 0 && digits > 9 && mayBeNumber(bytes, run, at)) return false;
      all += digits;
      run = -1;
      digits = 0;
      // vx, and the end of wechat: what follows may be somebody's account.
      if (letter === 0x78 && (before | 0x20) === 0x76) return false;
      if (letter === 0x74 && (before | 0x20) === 0x61) return false;
    }
    before = byte;
  }
  if (run >= 0 && digits > 9 && mayBeNumber(bytes, run, end)) return false;
  return all + digits > 0;
}

const [DASH, SLASH, UNDERSCORE] = [0x2d, 0x2f, 0x5f];

/**
 * Whether some groups of digits, with dashes between them, begin and are as many as those of a
 * telephone, an identity card or a bank card (see privacy.ts, which knows exactly).
 */
function mayBeNumber(bytes: Uint8Array, from: number, end: number): boolean {
  for (let start = from; start < end; start++) {
    if (bytes[start] === DASH || (start > from && bytes[start - 1] !== DASH)) continue;
    const first = bytes[start]! - 0x30;
    let digits = 0;
    for (let at = start; at <= end; at++) {
      if (at < end && bytes[at] !== DASH) digits++;
      else if (isSuspect(first, digits)) return true;
    }
  }
  return false;
}

function isSuspect(first: number, digits: number): boolean {
  switch (digits) {
    case 10:
    case 12:
      return first === 0;
    case 11:
      return first === 0 || first === 1;
    case 13:
      return first === 8;
    case 16:
      return first >= 4 && first <= 6;
    case 17:
    case 18:
      // An identity card's last digit may be an X.
      return true;
    case 19:
      return first === 6;
    default:
      return false;
  }
}
