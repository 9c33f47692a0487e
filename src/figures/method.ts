/** How a figure came about, in a sentence: by its metric's own, or as the report or a table gives it. */

import { metricWords } from "../metrics/words.ts";
import { fullText } from "../text/period.ts";
import { isSamePeriod } from "../values/period.ts";
import type { Figure } from "./figures.ts";
import { STATISTICS } from "./origin.ts";
import type { Statement } from "./statements.ts";

/** “2023年‘办理的案件’表中件数相加”, “照2023年度报告写的列出，本站不另算”. */
export function methodText(figure: Figure, labelOf: (id: string) => string): string {
  const { metric, period, rowsPeriod, amount, groupsStated } = figure;
  const said = givenBy(figure);
  const given = said && `${listedAs(figure, said)}列出`;
  if (metric.kind === "reported")
    return given ? `${given}，本站不另算` : "没有公布；报告或统计表写明了才有，本站不另算";
  if (metric.kind === "ratio") {
    const formula = metricWords(metric, period, labelOf);
    return given ? `${given}；本站自己算时：${formula}` : formula;
  }
  const formula = metricWords(metric, rowsPeriod, labelOf);
  if (groupsStated) {
    const groups = `各组照${figure.year}年度报告写的列出`;
    return `${lackOf(figure)}，${groups}；有了以后：${formula}`;
  }
  if (given) return `${lackOf(figure)}，${given}；由逐行数据算时：${formula}`;
  const none = amount.state === "unknown" && figure.provenance.total === 0;
  return none ? `${lackOf(figure)}；有了以后：${formula}` : formula;
}

/** The statement whose number is shown, where the rows' is not. */
export function givenBy({ amount, computed, statements }: Figure): Statement | undefined {
  if (amount === computed || amount.state === "unknown") return undefined;
  return statements.find((said) => said.amount === amount);
}

/** “照2023年度报告写的”, and of what time where that is its own. */
function listedAs({ year, rowsPeriod }: Figure, { listed, period }: Statement): string {
  const time = isSamePeriod(period, rowsPeriod) ? "" : `${fullText(period)}的数，`;
  return `${time}照${listed ? `${year}年${STATISTICS}` : `${year}年度报告写的`}`;
}

/** Why the rows do not give it. */
function lackOf({ provenance, computed }: Figure): string {
  if (provenance.total === 0) return "没有逐行数据";
  return computed.state === "known" ? "逐行数据不全" : "逐行数据算不出这个数";
}
