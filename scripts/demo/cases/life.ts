/** 办理的案件: every case lives its whole life; each year's files show it as it then stood. */
import { addWorkdays, firstDay, lastDay, workdayFrom } from "../calendar.ts";
import { between, chooser, logNormal, oneOf, type Random, seeded } from "../random.ts";
import { outerStreet, townStreet } from "../words.ts";
import { type Disclosure, disclosureOf } from "./disclosure.ts";
import { type Enforcement, enforcementOf } from "./enforcement.ts";
import { type Field, fieldOf } from "./field.ts";
import { isLarge, NO_PENALTY, type Penalty, penaltyOf } from "./penalty.ts";
import { type Review, reviewsFrom } from "./review.ts";
import { type Revocation, revocationOf } from "./revocation.ts";

const originOf = chooser([
  ["巡查发现", 44],
  ["投诉举报", 26],
  ["数字城管", 12],
  ["部门移送", 9],
  ["上级交办", 6],
  ["媒体曝光", 1],
  ["其他", 2],
]);
const simpleParty = chooser([
  ["自然人", 58],
  ["个体工商户", 37],
  ["法人", 5],
]);
const naturalParty = chooser([
  ["自然人", 55],
  ["个体工商户", 43],
  ["非法人组织", 2],
]);
const outcomeOf = chooser<Outcome>([
  ["处罚", 87],
  ["不予处罚", 5.5],
  ["终止调查", 3],
  ["移送其他机关", 2.2],
  ["撤销案件", 1.8],
  ["移送司法", 0.5],
]);
type Outcome = "处罚" | "不予处罚" | "终止调查" | "移送其他机关" | "撤销案件" | "移送司法";

export interface Case extends Penalty, Enforcement, Disclosure {
  number: string;
  filed: number;
  origin: string;
  simple: boolean;
  field: Field;
  cause: string;
  party: string;
  street: string;
  outcome: Outcome;
  reviews: readonly Review[];
  hearing: boolean;
  /** Decision, or the day on which the case ended without one. */
  ended: number;
  revoked: Revocation | null;
}

/** Every case filed in a year, whatever year it ends in. */
function filedIn(year: number): Case[] {
  const random = seeded(`${year} cases`);
  const total = 590 + 22 * (year - 2023) + between(random, -12, 12);
  const filed = Array.from({ length: total }, () => {
    const day = firstDay(year) + Math.floor(random() * (lastDay(year) - firstDay(year) + 1));
    return random() < 0.04 ? day : workdayFrom(day);
  })
    .filter((day) => day <= lastDay(year))
    .sort((a, b) => a - b);
  return filed.map((day, index) =>
    lifeOf(random, day, `示城执立〔${year}〕第${String(index + 1).padStart(3, "0")}号`),
  );
}

function lifeOf(random: Random, filed: number, number: string): Case {
  const field = fieldOf(random);
  const simple = random() < field.simple;
  const legal = random() < field.legalPersons;
  const party = simple ? simpleParty(random) : legal ? "法人" : naturalParty(random);
  const outcome = simple ? "处罚" : outcomeOf(random);
  const punished = outcome === "处罚";
  const penalty = punished ? penaltyOf(random, { simple, party, median: field.fine }) : NO_PENALTY;
  const large = isLarge(penalty);

  const reviewed = !simple && punished && (large || random() < 0.34);
  const hearing = reviewed && random() < (large ? 0.14 : 0.03);
  const start = addWorkdays(filed, Math.round(logNormal(random, 18, 0.5)));
  const reviews = reviewed ? reviewsFrom(random, start) : [];
  const ready = reviews.at(-1)?.on ?? start;
  const ended = simple ? filed : addWorkdays(ready, between(random, 3, hearing ? 25 : 12));

  const atOnce = simple || penalty.penalties === "警告";
  const enforcement = enforcementOf(random, { punished, atOnce, ended });
  const disclosure = disclosureOf(random, {
    simple,
    punished,
    large,
    party,
    ended,
    paid: enforcement.paid,
  });
  const open = Math.max(ended, disclosure.disclosed ?? 0);
  const revoked = punished && !simple ? revocationOf(random, open) : null;
  return {
    number,
    filed,
    origin: originOf(random),
    simple,
    field,
    cause: oneOf(random, field.causes),
    party,
    street: (field.outer ? outerStreet : townStreet)(random),
    outcome,
    reviews,
    hearing,
    ended,
    ...penalty,
    ...enforcement,
    ...disclosure,
    repaired: revoked ? null : disclosure.repaired,
    revoked,
  };
}

/** Whether the case was still undecided when a year began. */
function carriedInto(year: number) {
  return (one: Case) => one.ended >= firstDay(year);
}

/** The cases that a year dealt with: carried over from the year before, and filed in it. */
export function dealtWith(year: number): { carried: Case[]; filed: Case[] } {
  return { carried: filedIn(year - 1).filter(carriedInto(year)), filed: filedIn(year) };
}
