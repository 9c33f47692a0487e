/** Which tickets and messages the metrics of complaints are of. */

import { ACCEPTED_BEFORE } from "../datasets/acceptance.ts";
import { NOT_HANDLED } from "../datasets/complaints.ts";

export const TICKET_BASIS = "本站口径";
/** 有效受理: what went back, was not accepted or is void is nobody's ticket here; the year before has its own. */
export const VALID = { except: { state: NOT_HANDLED, acceptance: ACCEPTED_BEFORE } } as const;
export const OF_THE_YEAR = { except: { acceptance: ACCEPTED_BEFORE } } as const;
/** Accepted in an earlier year, and again among this year's. */
export const CARRIED_OVER = { channel: { kind: "工单" }, acceptance: ACCEPTED_BEFORE } as const;
export const TICKETS = { channel: { kind: "工单" } } as const;
/** Counted in 次, and never added to tickets. */
export const MESSAGES = { channel: { kind: "群众反映" } } as const;

/** Tickets whose deadline had come by the day of the data. */
export const DUE = ["按时办结", "逾期办结", "逾期未办结"] as const;
