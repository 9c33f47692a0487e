/** 法制审核: the rounds that a case goes through before it is decided. */
import { addWorkdays } from "../calendar.ts";
import { between, chooser, type Random } from "../random.ts";

export interface Review {
  on: number;
  round: number;
  passed: boolean;
  reason: string;
}

const reasonOf = chooser([
  ["证据不充分", 30],
  ["违法行为事实不清", 22],
  ["程序材料不全", 18],
  ["裁量说理不足", 14],
  ["处罚对象认定不清", 10],
  ["适用法律不当", 6],
]);

/** A review that is not passed is followed by another; the third passes. */
export function reviewsFrom(random: Random, start: number): Review[] {
  const reviews: Review[] = [];
  let on = start;
  for (let round = 1; ; round++) {
    const passed = round === 3 || random() >= (round === 1 ? 0.2 : 0.18);
    reviews.push({ on, round, passed, reason: passed ? "" : reasonOf(random) });
    if (passed) return reviews;
    on = addWorkdays(on, between(random, 4, 16));
  }
}
