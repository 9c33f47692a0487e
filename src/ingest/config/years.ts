/** 年度 in site.yaml: the day up to which the data of a year go (截至). Without it a year is whole. */
import { dateText } from "../../text/format.ts";
import { firstDay, lastDay } from "../../values/period.ts";
import { parseDate } from "../cells/dates.ts";
import type { Problems } from "../problems/problems.ts";
import { nearest } from "../text/nearest.ts";
import { SITE_FILE } from "./site-file.ts";
import { isRecord, type YamlFile } from "./yaml.ts";

const YEARS = "年度";
const UNTIL = "截至";

/** By year, its last day that has data. */
export type DataDays = ReadonlyMap<number, string>;

const EXAMPLE = (year: number) =>
  `写成两行，“${YEARS}:”，下一行缩进两格“${year}: { ${UNTIL}: ${year}-11-30 }”；整年的不用写`;

/** Reads what site.yaml says of its years; what cannot be so is a problem, and then not in the result. */
export function readDataDays(yaml: YamlFile, problems: Problems): DataDays {
  const days = new Map<number, string>();
  const { value } = yaml;
  const given = isRecord(value) ? value[YEARS] : undefined;
  if (given === undefined || given === null || given === "") return days;
  const wrong = (path: readonly string[], written: unknown, why: string, fix: string) =>
    problems.add({
      code: "yaml-field",
      file: SITE_FILE,
      ...(yaml.has(path) ? { cell: `第${yaml.lineOf(path)}行` } : {}),
      column: path.join(" › "),
      value: typeof written === "string" ? written : "",
      why,
      fix,
    });
  if (!isRecord(given)) {
    wrong([YEARS], given, "看不出是哪一年的数据截至哪一天", EXAMPLE(2024));
    return days;
  }
  for (const [key, own] of Object.entries(given)) {
    const path = [YEARS, key];
    const year = yearNamed(key);
    if (year === null) {
      wrong(path, key, "这里要写四位年份", EXAMPLE(2024));
      continue;
    }
    if (days.has(year)) {
      wrong(path, key, `${year}年写了两次`, "删掉其中一个");
      continue;
    }
    if (own === null || own === "") continue;
    if (!isRecord(own)) {
      wrong(path, own, `“${key}”后面要写明“${UNTIL}”`, EXAMPLE(year));
      continue;
    }
    for (const name of Object.keys(own)) {
      if (name === UNTIL) continue;
      const near = nearest(name, [UNTIL]) ?? (name === "截止" ? UNTIL : null);
      wrong([...path, name], name, "没有这一项", near ? `是不是“${near}”？` : `这里只有“${UNTIL}”`);
    }
    const written = own[UNTIL];
    if (written === undefined || written === null || written === "") continue;
    const at = [...path, UNTIL];
    if (typeof written !== "string") {
      wrong(at, "", "这里要写一天", EXAMPLE(year));
      continue;
    }
    const parsed = parseDate(written, year);
    if (!parsed.ok || parsed.value === null) {
      const why = parsed.ok ? "认不出这是哪一天" : parsed.why;
      wrong(at, written, why, `写成 ${year}-11-30 这样的一天`);
    } else if (parsed.value < firstDay(year) || parsed.value > lastDay(year)) {
      wrong(at, written, `${dateText(parsed.value)}不在${year}年里`, `写${year}年里的一天`);
    } else days.set(year, parsed.value);
  }
  return days;
}

/** The year in 2024, 2024年, ２０２４年度. */
function yearNamed(key: string): number | null {
  const found = /^((?:19|20)\d{2})(?:年度?)?$/.exec(key.normalize("NFKC").trim());
  return found ? Number(found[1]) : null;
}

/**
 * The last day that has data, of each year there is. `today` is null where nobody has looked at the
 * clock; else a year that is not over must say its day, and no day may be yet to come.
 */
export function dataDays(
  said: DataDays,
  years: readonly number[],
  today: string | null,
  problems: Problems,
): DataDays {
  for (const year of said.keys()) {
    if (years.includes(year)) continue;
    problems.add({
      code: "yaml-field",
      file: SITE_FILE,
      column: `${YEARS} › ${year}`,
      value: String(year),
      why: `没有 ${year} 这个文件夹`,
      fix: `年份写错的改正；数据还没有放进来的，先删掉“${year}”这一项`,
    });
  }
  return new Map(
    years.map((year) => {
      const day = said.get(year) ?? lastDay(year);
      if (today !== null && day >= today) sayOpen(year, said.get(year) ?? null, today, problems);
      return [year, day];
    }),
  );
}

/** A day that has not passed: its data cannot be complete. */
function sayOpen(year: number, said: string | null, today: string, problems: Problems): void {
  // On the day itself an export may be made; only what lies ahead cannot be.
  if (said === today) return;
  problems.add({
    code: "year-open",
    file: said === null ? String(year) : SITE_FILE,
    ...(said === null ? {} : { column: `${YEARS} › ${year} › ${UNTIL}`, value: said }),
    why:
      said === null
        ? `${year}年还没有过完，网站不知道数据到哪一天，不能写成全年`
        : `${dateText(said)}还没有到（今天是${dateText(today)}）`,
    fix:
      said === null
        ? `在 site.yaml 里${EXAMPLE(year).replace(`${year}-11-30`, exampleDay(year, today))}`
        : "写数据实际到的那一天",
  });
}

function exampleDay(year: number, today: string): string {
  return today.startsWith(String(year)) ? today : `${year}-11-30`;
}
