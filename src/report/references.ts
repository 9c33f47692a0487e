/**
 * Live numbers in prose: `{{cases}}`, one group of a breakdown `{{cases-by-field/规划建设}}`, one
 * passage of several `{{reconsiderations@三(二)}}`.
 */

import { type Figure, groupPeriod, type YearFigures } from "../figures/figures.ts";
import { nearest } from "../ingest/text/nearest.ts";
import { wordKey } from "../ingest/text/tidy.ts";
import { cut } from "../text/cut.ts";
import { sectionText } from "../text/format.ts";
import type { Amount } from "../values/amount.ts";
import type { Period } from "../values/period.ts";

/** Spaces inside the braces are the reader's to trim: skipped here, a line of them would take minutes. */
export const REFERENCE = /\{\{([^{}]+)\}\}/g;

/** What a reference stands for in a year. */
export interface Live {
  figure: Figure;
  amount: Amount;
  unit: string;
  /** The time that the number is of. */
  period: Period;
  /** Names the place on the figure's page; empty for the figure as a whole. */
  fragment: string;
  /** One passage of the report was asked for, whatever others say. */
  passage: boolean;
}

export type Resolved =
  | { ok: true; live: Live }
  /** `id` is what was named; `group`, whether only its group is not there. */
  | { ok: false; why: string; fix: string; id: string; group: boolean };

/** Resolves what stands between the braces. */
export function resolveReference(reference: string, figures: YearFigures): Resolved {
  const [, id = "", mark = "", detail = ""] =
    /^([^/@]+)(?:([/@])(.+))?$/.exec(reference.trim()) ?? [];
  const figure = figures.get(id.trim());
  if (!figure) {
    const near = nearest(id, [...figures.keys()]);
    return {
      ...{ ok: false, id, group: false },
      why: `没有编号为“${cut(id, 40)}”的数字`,
      fix: near ? `是不是“${near}”？` : "编号见“数据”页的指标目录",
    };
  }
  const { unit } = figure;
  if (mark === "/") {
    // The report of an earlier year keeps the word of then.
    const meant = figure.words?.get(wordKey(detail));
    const group =
      figure.groups?.find(({ word }) => word === detail) ??
      figure.groups?.find(({ word }) => word === meant);
    if (group)
      return {
        ok: true,
        live: {
          figure,
          amount: group.amount,
          unit,
          period: groupPeriod(figure, group),
          fragment: group.word,
          passage: false,
        },
      };
    const words = (figure.groups ?? []).map(({ word }) => word);
    const near = nearest(detail, words);
    return {
      ...{ ok: false, id, group: true },
      why: `“${id}”没有“${cut(detail, 40)}”这一组`,
      fix: near
        ? `是不是“${id}/${near}”？`
        : `可用的有：${words.slice(0, 10).join("、") || "（没有分组）"}`,
    };
  }
  if (mark === "@") {
    const wanted = sectionText(detail);
    const statement = figure.statements.find(({ section }) => sectionText(section) === wanted);
    if (statement)
      return {
        ok: true,
        live: {
          figure,
          amount: statement.amount,
          unit: statement.unit,
          period: statement.period,
          fragment: "",
          passage: true,
        },
      };
    const sections = figure.statements.map(({ section }) => section);
    return {
      ...{ ok: false, id, group: false },
      why: `“${id}”在报告的“${cut(detail, 40)}”没有写法`,
      fix: sections.length > 0 ? `可用的有：${sections.join("、")}` : "去掉 @ 和后面的章节",
    };
  }
  const { amount, period } = figure;
  return { ok: true, live: { figure, amount, unit, period, fragment: "", passage: false } };
}
