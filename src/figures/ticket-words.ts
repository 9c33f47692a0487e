/** What numbered tickets are called: questions and thanks are 诉求 too, and no complaints. */
import type { Metric } from "../metrics/define.ts";
import type { Amount } from "../values/amount.ts";

const COMPLAINTS = "投诉工单";
const REQUESTS = "诉求工单";

export type TicketWord = typeof COMPLAINTS | typeof REQUESTS;

/** `others`: how many tickets are no complaints, by year. */
export function ticketWord(others: readonly (Amount | undefined)[]): TicketWord {
  const isAny = others.some(
    (amount) => amount?.state === "suppressed" || (amount?.state === "known" && amount.value > 0),
  );
  return isAny ? REQUESTS : COMPLAINTS;
}

/** The metrics with tickets called so. */
export function inTicketWord<M extends Pick<Metric, "label" | "definition">>(
  metrics: readonly M[],
  word: TicketWord,
): M[] {
  const said = (text: string) => text.replaceAll(COMPLAINTS, word);
  return metrics.map((metric) => ({
    ...metric,
    label: said(metric.label),
    definition: said(metric.definition),
  }));
}
