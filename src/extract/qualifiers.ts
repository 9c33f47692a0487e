/** Words before and behind a number that say how exactly it is meant, as 数值 takes them. */

export const BEFORE: readonly (readonly [RegExp, string])[] = [
  [/(?:不少于|不低于|至少)$/, "不少于"],
  [/(?:不超过|不高于|不多于|至多|最多)$/, "不超过"],
  [/(?:不到|不足|少于)$/, "不到"],
  [/(?:超过|突破|大于)$|(?<![赶])超$|逾$/, "超过"],
  [/(?:将近|接近)$|(?<![附临靠亲最邻远就走])近$/, "近"],
  [/(?:大约|大概)$|(?<![预节签违制契大集])约$/, "约"],
  [/(?<=^|[^以之及至网线马晚早加跟])上(?=$)/, "上"],
];
export const BEHIND: readonly (readonly [RegExp, string])[] = [
  [/^\s?(?:及以上|以上|之多)/, "以上"],
  [/^\s?(?:左右|上下)/, "左右"],
  [/^\s?(?:及以下|以下|以内|之内)/, "以内"],
];

/** What stands around a number, and how far it reaches with it. */
export function qualifiedAt(text: string, start: number, end: number) {
  const lead = text.slice(Math.max(0, start - 4), start).trimEnd();
  const before = BEFORE.find(([pattern, word]) => word !== "上" && pattern.test(lead));
  const said = before && before[0].exec(lead)![0];
  const behind = BEHIND.find(([pattern]) => pattern.test(text.slice(end, end + 5)));
  return {
    start: said ? text.lastIndexOf(said, start - 1) : start,
    end: end + (behind?.[0].exec(text.slice(end, end + 5))?.[0].length ?? 0),
    before: before?.[1] ?? "",
    behind: before ? "" : (behind?.[1] ?? ""),
  };
}
