/** What numbered tickets are called: complaints only where that is known, as questions and thanks are 诉求 too. */
import type { Metric } from "../metrics/define.ts";
import type { Amount } from "../values/amount.ts";

const COMPLAINTS = "投诉工单";
const REQUESTS = "诉求工单";

export type TicketWord = typeof COMPLAINTS | typeof REQUESTS;

/**
 * `others`: how many tickets are no complaints, of each year that has tickets; `own`: what the
 * reports call their numbers. Where nobody says what the tickets are, they are not all complaints.
 */
export function ticketWord(
  others: readonly (Amount | undefined)[],
  own: readonly string[] = [],
): TicketWord {
  const isNone = (amount: Amount | undefined) =>
    amount?.state === "known" &&
    amount.value + amount.missing + amount.undetermined === 0 &&
    amount.qualifier === "exact";
  const isAny = others.some(
    (amount) => amount?.state === "suppressed" || (amount?.state === "known" && amount.value > 0),
  );
  const areComplaints =
    own.some((label) => label.includes(COMPLAINTS)) || (others.length > 0 && others.every(isNone));
  return areComplaints && !isAny ? COMPLAINTS : REQUESTS;
}

/** The metrics with tickets called so. */
export function inTicketWord<M extends Pick<Metric, "label" | "definition">>(
  metrics: readonly M[],
  word: TicketWord,
): M[] {
  const said = (text: string) => text.replaceAll(REQUESTS, word);
  return metrics.map((metric) => ({
    ...metric,
    label: said(metric.label),
    definition: said(metric.definition),
  }));
}
