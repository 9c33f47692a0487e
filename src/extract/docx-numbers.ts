/** The numbers that Word writes before paragraphs and keeps out of their texts. */
import { attributeOf, childrenNamed, type Document, firstNamed } from "./word-xml.ts";

interface Level {
  format: string;
  text: string;
  start: number;
}

/** The number of the next paragraph of a list at a level; each call counts one on. */
export function listNumbers(numbering: Document): (numId: string, level: number) => string {
  const root = firstNamed(numbering, "w:numbering");
  const lists = new Map(
    childrenNamed(root, "w:abstractNum").map((list) => [
      list.attribs["w:abstractNumId"] ?? "",
      childrenNamed(list, "w:lvl").map((level): Level => {
        const value = (name: string) => attributeOf(firstNamed(level, name));
        return {
          format: value("w:numFmt") ?? "decimal",
          text: value("w:lvlText") ?? "",
          start: Number(value("w:start") ?? 1),
        };
      }),
    ]),
  );
  const listOf = new Map(
    childrenNamed(root, "w:num").map((num) => [
      num.attribs["w:numId"] ?? "",
      attributeOf(firstNamed(num, "w:abstractNumId")) ?? "",
    ]),
  );
  const counts = new Map<string, number[]>();
  return (numId, level) => {
    const list = listOf.get(numId);
    const levels = lists.get(list ?? "");
    if (!levels?.[level]) return "";
    const own = counts.get(list!) ?? levels.map(({ start }) => start - 1);
    counts.set(list!, own);
    own[level] = (own[level] ?? 0) + 1;
    for (let deeper = level + 1; deeper < levels.length; deeper++) {
      own[deeper] = levels[deeper]!.start - 1;
    }
    return levels[level].text.replace(/%([1-9])/g, (_, at) => {
      const index = Number(at) - 1;
      return counted(own[index] ?? 1, levels[index]?.format ?? "decimal");
    });
  };
}

function counted(value: number, format: string): string {
  if (/^(?:bullet|none)$/.test(format)) return "";
  if (!/chinese|ideograph|japanese|taiwanese/i.test(format)) return String(value);
  if (value < 1 || value > 99) return String(value);
  const digits = "零一二三四五六七八九";
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? "" : tens === 1 ? "十" : `${digits[tens]}十`;
  return `${ten}${ones === 0 && tens > 0 ? "" : digits[ones]}`;
}
