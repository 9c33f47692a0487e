/** How a figure came about, in a sentence: by its metric's own, or as the report or a table gives it. */

import type { Dataset } from "../datasets/define.ts";
import { isRowMetric } from "../metrics/define.ts";
import { metricWords } from "../metrics/words.ts";
import { fullText } from "../text/period.ts";
import { isSamePeriod } from "../values/period.ts";
import type { Figure, YearFigures } from "./figures.ts";
import { STATISTICS } from "./origin.ts";
import type { Statement } from "./statements.ts";

/** “2023年‘办理的案件’表中件数相加”, “照2023年度报告写的列出，本站不另算”. */
export function methodText(
  figure: Figure,
  { figures, place }: { figures: YearFigures; place: string },
): string {
  const labelOf = (id: string) => figures.get(id)?.metric.label ?? id;
  const lack = lackOf(figure, figures);
  const { metric, period, rowsPeriod, amount, groupsStated } = figure;
  const said = givenBy(figure);
  const given = said && `${listedAs(figure, said)}列出`;
  if (metric.kind === "reported")
    return given ? `${given}，本站不另算` : "没有公布；报告或统计表写明了才有，本站不另算";
  if (metric.kind === "ratio") {
    const formula = metricWords(metric, period, labelOf, place);
    return given ? `${given}；本站自己算时：${formula}` : formula;
  }
  const formula = metricWords(metric, rowsPeriod, labelOf, place);
  if (groupsStated) {
    const groups = `各组照${figure.year}年度报告写的列出`;
    return `${lack}，${groups}；有了以后：${formula}`;
  }
  if (given) return `${lack}，${given}；由逐行数据算时：${formula}`;
  const none = amount.state === "unknown" && figure.provenance.total === 0;
  return none ? `${lack}；有了以后：${formula}` : formula;
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
function lackOf({ metric, provenance, computed }: Figure, figures: YearFigures): string {
  if (provenance.total === 0) {
    const rows = isRowMetric(metric) && hasRows(metric.dataset, figures);
    return rows ? "逐行数据里没有写这个数要的内容" : "没有逐行数据";
  }
  return computed.state === "known" ? "逐行数据不全" : "逐行数据算不出这个数";
}

/** Some other number was counted in them. */
function hasRows(dataset: Dataset, figures: YearFigures): boolean {
  return [...figures.values()].some(
    ({ metric, provenance }) =>
      isRowMetric(metric) && metric.dataset.id === dataset.id && provenance.total > 0,
  );
}
