/** A dataset's columns as readers of its download meet them: only words that the body uses. */
import type { Column, Dataset } from "../datasets/define.ts";
import type { Site } from "../site/year.ts";
import { inPlaceWord } from "../text/place.ts";
import { shownTopics } from "../topics/shown.ts";
import type { Value } from "../values/value.ts";

const TYPES: Record<Column["type"], string> = {
  text: "文字",
  word: "词表用词",
  words: "词表用词，可多个",
  date: "日期，公开到月",
  period: "一段时间",
  quantity: "数量",
  money: "金额（元）",
  id: "编号",
};

/** Each column with its names and what stands in it. */
export function fieldsOf(
  site: Site,
  dataset: Dataset,
): { label: string; key: string; note: string }[] {
  return Object.entries(dataset.columns).map(([key, column]) => {
    const type = column.type === "date" && column.daily ? "日期" : TYPES[column.type];
    const words = usedWords(site, dataset, key, column);
    const note = [
      type,
      column.required && "，必需",
      column.private && "，不公开",
      column.note && `。${column.note}`,
      words.length > 0 && `：${words.join("、")}`,
    ];
    return {
      label: inPlaceWord(column.label, site.latest.place),
      key,
      note: note.filter(Boolean).join(""),
    };
  });
}

/** Of the words that a column allows, those that stand in what is published, in their order. */
function usedWords(site: Site, dataset: Dataset, key: string, column: Column): readonly string[] {
  if (column.given) return shownTopics(site).map(({ nav }) => nav);
  if (!column.words || column.private) return [];
  const values = site.years.flatMap((year): readonly (Value | undefined)[] => {
    const released = year.release(dataset.id)?.columns.find((one) => one.key === key);
    return released?.values ?? (year.rows.get(dataset.id) ?? []).map(({ values }) => values[key]);
  });
  const used = new Set(values.flat());
  return column.words.filter((word) => used.has(word));
}

/** The columns that are kept back in the tables that a body has, each name once. */
export function privateLabels(given: readonly Dataset[]): readonly string[] {
  const columns = given.flatMap((dataset) =>
    Object.entries(dataset.columns).flatMap(([key, column]) =>
      key === "for_metrics" ? [] : column,
    ),
  );
  return [...new Set(columns.filter((column) => column.private).map(({ label }) => label))];
}
