/** Chinese numerals as digits: 三十二 → 32, 一百二十 → 120, 两万三千 → 23000. */

const DIGITS = "零一二三四五六七八九";
const POWERS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** Null for what only looks like one: 二〇二三 counts off digits, 七八 is one or the other, 一百五 is 150. */
export function chineseNumber(text: string): number | null {
  if (/[百千万亿][一二两三四五六七八九]$/.test(text)) return null;
  const [before, ...behind] = text.split("亿");
  if (behind.length > 1) return null;
  if (behind.length === 1) return joined(before!, behind[0]!, 1e8);
  const [thousands, ...rest] = text.split("万");
  if (rest.length > 1) return null;
  if (rest.length === 1) return joined(thousands!, rest[0]!, 1e4);
  return underTenThousand(text);
}

function joined(high: string, low: string, power: number): number | null {
  const [over, under] = [chineseNumber(high), low === "" ? 0 : chineseNumber(low)];
  return over === null || under === null ? null : over * power + under;
}

function underTenThousand(text: string): number | null {
  if (
    !/^(?:[一二两三四五六七八九]千)?零?(?:[一二两三四五六七八九]百)?零?(?:[一二两三四五六七八九]?十)?零?[一二两三四五六七八九]?$/.test(
      text,
    )
  ) {
    return null;
  }
  let value = 0;
  let digit = 0;
  for (const char of text) {
    const power = POWERS[char];
    if (power) {
      value += (digit || 1) * power;
      digit = 0;
    } else digit = DIGITS.indexOf(char === "两" ? "二" : char);
  }
  return text === "" ? null : value + digit;
}
