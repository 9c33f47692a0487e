import { figureOf } from "../../figures/figures.ts";
import { findingOf } from "../../findings/find.ts";
import { disputeTitle, stateText } from "../../findings/words.ts";
import { sectionText } from "../../text/format.ts";
import { enumerate, valueText } from "../../text/sentences.ts";
import { unitText } from "../../text/units.ts";
import { isExact } from "../../values/amount.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { conflict } from "../forms/conflict.ts";
import { itemOf, statementItem } from "../items.ts";
import { timeOf } from "../own-periods.ts";

export const reconsiderationPassages = defineChart({
  id: "reconsideration-passages",
  topic: "litigation",
  question: "报告各处写的行政复议件数一致吗？",
  view(year) {
    const finding = findingOf(year, "reconsiderations");
    const figure = figureOf(year, "reconsiderations");
    const { settled } = figure;
    const said = figure.statements.map((statement) =>
      statementItem(year, statement, `报告${sectionText(statement.section)}`),
    );
    const items = said.length > 0 ? said : [itemOf(year, "reconsiderations")];
    const whole = itemOf(year, "reconsiderations");
    return {
      title: finding
        ? disputeTitle(finding, "行政复议")
        : items.length > 1 && !items.every(({ amount }) => isExact(amount))
          ? enumerate(items)
          : settled
            ? `行政复议${valueText(whole)}：\u200b报告两处写的不同，${settled}`
            : items.length > 1
              ? `报告${items.length}处写的行政复议一致：${valueText(whole)}`
              : enumerate([whole]),
      subtitle: `${timeOf(year, items)}，行政复议案件。${unitText(items.map(({ unit }) => unit))}${
        finding ? "空心条：数字未核定；斜线：两个数之差。" : ""
      }`,
      dimension: "报告位置",
      items: finding
        ? items.map((item) => ({ ...item, disputed: stateText(year, finding) }))
        : items,
      form: (finding && conflict(finding)) ?? bars(items),
      notes: [],
      ...(finding ? { finding } : {}),
      ...(items.length < 2 ? { idle: true } : {}),
    };
  },
});
