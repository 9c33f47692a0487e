/** What does not add up in a draft: the rules of the site, asked before there is one. */
import { figuresOf } from "../figures/figures.ts";
import { ownMetrics, type Statement } from "../figures/statements.ts";
import { type Check, checkFigures } from "../findings/index.ts";
import { ReviewsAndDecisions } from "../findings/reviewed-decisions.ts";
import { checkText } from "../findings/words.ts";
import { parseQuantity } from "../ingest/cells/numbers.ts";
import { parsePeriod } from "../ingest/cells/periods.ts";
import { metrics as declared } from "../metrics/index.ts";
import { listText, sectionText } from "../text/format.ts";
import { fromQuantity, UNKNOWN_AMOUNT } from "../values/amount.ts";
import { type Period, yearUntil } from "../values/period.ts";
import type { DraftRow } from "./rows.ts";

export interface Disagreement {
  text: string;
  /** The figure whose numbers they are. */
  id: string;
}

export function disagreementsOf(rows: readonly DraftRow[], year: number): Disagreement[] {
  const period = yearUntil(year);
  const statements = rows.map((row) => statementOf(row, period, year));
  const byId = new Map(declared.map((metric) => [metric.id, metric]));
  const own = ownMetrics(statements, byId, () => "");
  const figures = figuresOf(period, [...declared, ...own], new Map(), statements, new Map());
  return checkFigures(figures, new ReviewsAndDecisions().of(year))
    .filter(({ holds }) => holds === false)
    .map((check) => ({ text: disagreementText(check), id: check.figure.metric.id }));
}

function disagreementText(check: Check): string {
  const { figure, rule, left, right } = check;
  const sections = [...new Set([...left.sections, ...right.sections])].map(sectionText);
  const name = figure.statements[0]?.label ?? figure.metric.label;
  return `${name}：${rule.broken}。${checkText(check)}（${listText(sections, "、")}）`;
}

function statementOf(row: DraftRow, period: Period, year: number): Statement {
  const { found, section, id, parent, relation, numerator, denominator } = row;
  const read = parseQuantity(found.value, { said: true });
  const own = found.period === "" ? null : parsePeriod(found.period, year);
  const [from, until] = own?.ok ? own.value.split("/") : [];
  return {
    ...{ id, label: found.label, unit: found.unit, section, note: "", topic: null },
    amount: read.ok ? fromQuantity(read.value) : UNKNOWN_AMOUNT,
    period: from && until ? { from, until } : period,
    parent: parent || null,
    relation: relation === "其中" ? "part" : "total",
    numerator: numerator || null,
    denominator: denominator || null,
    ...{ file: "", row: 0, columns: {} },
  };
}
