import { itemOf } from "../charts/items.ts";
import { complaints } from "../datasets/complaints.ts";
import { figureOf } from "../figures/figures.ts";
import { whyNot } from "../site/comparable.ts";
import type { Year } from "../site/year.ts";
import { dateText } from "../text/format.ts";
import { isExact } from "../values/amount.ts";
import { defineQuestion } from "./define.ts";
import { timelyAnswer } from "./timely.ts";

const HALF = "handling-days";
const NINE_TENTHS = "handling-days-p90";

export const requests = defineQuestion({
  id: "requests",
  name: "诉求办结",
  question: "群众诉求，按时办结了吗？",
  topic: "complaints",
  duty: "热线、数字城管等渠道转来的诉求，在平台给定的期限内办结；期限由平台定，本站不自算。",
  basis: "本站口径：全国没有统一的按时办结率公式",
  needs: [
    {
      of: "每件诉求的",
      dataset: complaints,
      columns: { accepted_on: "受理日期", due_on: "应办结日期", closed_on: "办结日期" },
    },
  ],
  answer: (year) => {
    const days = daysText(year);
    return {
      ...timelyAnswer(year, {
        due: "complaints-due",
        inTime: "complaints-on-time",
        rate: "on-time-rate",
        noun: "到期的诉求",
        verb: "办结",
        all: "complaints",
        scope: `截至${dateText(year.period.until)}平台给定的办结期限已到的诉求`,
        facts: [
          itemOf(year, "complaints", "受理诉求"),
          itemOf(year, "complaints-resolved", "办结"),
        ],
        more: days ? [`已办结的诉求，${days}`] : [],
      }),
      ...besides(year),
      changes: (before) => daysChange(before, year),
    };
  },
});

function besides(year: Year): { besides?: string } {
  const half = daysOf(year, HALF);
  return half === undefined ? {} : { besides: `已办结的，一半${withinText(half)}办结` };
}

/** “一半在4天内、九成在9天内办结”; empty where neither is known. */
function daysText(year: Year): string {
  const [half, nine] = [HALF, NINE_TENTHS].map((id) => daysOf(year, id));
  const parts = [
    half === undefined || half === nine ? "" : `一半${withinText(half)}`,
    nine === undefined ? "" : `九成${withinText(nine)}`,
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join("、")}办结` : "";
}

function daysOf(year: Year, id: string): number | undefined {
  const { amount } = figureOf(year, id);
  return isExact(amount) ? amount.value : undefined;
}

function withinText(days: number): string {
  return days === 0 ? "当天" : `在${spanText(days)}`;
}

function spanText(days: number): string {
  return days === 0 ? "当天" : `${days}天内`;
}

/** Only what changed by whole days, of like periods. */
function daysChange(before: Year, now: Year): string[] {
  return (
    [
      [HALF, "一半"],
      [NINE_TENTHS, "九成"],
    ] as const
  )
    .filter(([id]) => whyNot(before, now, id) === null)
    .flatMap(([id, share]) => {
      const [then, today] = [daysOf(before, id), daysOf(now, id)];
      if (then === undefined || today === undefined || then === today) return [];
      return [`${share}诉求的办结用时，从${spanText(then)}变为${spanText(today)}`];
    })
    .slice(0, 1);
}
