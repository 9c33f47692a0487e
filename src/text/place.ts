/** What a body calls the places that its matters are counted by: the program says 街道, its pages the body's own word. */

const STREET = "街道";
const PLACES: readonly [end: RegExp, place: string][] = [
  [/街道(?:办事处|办)?$/, STREET],
  [/社区$/, "社区"],
  [/(?:社区|村)$/, "村（社区）"],
  [/镇$/, "镇"],
  [/[乡镇]$/, "乡镇"],
  [/片区$/, "片区"],
  [/[区县市旗]$/, "区县"],
];

/** The word for places that no setting names: what all of them are, by the ends of their names. */
export function placeOf(names: readonly string[]): string {
  if (names.length === 0) return STREET;
  const all = (end: RegExp) => names.every((name) => end.test(name.trim()));
  if (all(/村$/)) return "村";
  if (all(/乡$/)) return "乡";
  return PLACES.find(([end]) => all(end))?.[1] ?? STREET;
}

/** A sentence of the program with the body's word for places; never for words that data bring. */
export function inPlaceWord(text: string, place: string): string {
  return place === STREET ? text : text.replaceAll(STREET, place);
}

/** What so many of them are together: 12个街道 is false where three of them are towns. Other words stay. */
export function countedPlaces(noun: string, names: readonly string[]): string {
  if (noun !== STREET || !names.some((name) => /(?:[镇乡村区县市旗])$/.test(name.trim())))
    return noun;
  return names.every((name) => /(?:街道|[镇乡])$/.test(name.trim())) ? "乡镇（街道）" : "地方";
}
