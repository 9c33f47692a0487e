/** 处罚种类, and what is to be paid. */
import { between, chooser, logNormal, type Random } from "../random.ts";

export interface Penalty {
  penalties: string;
  /** In yuan. */
  fine: number | null;
  confiscated: number | null;
}

export const NO_PENALTY: Penalty = { penalties: "", fine: null, confiscated: null };

const ordinaryPenalties = chooser([
  ["罚款", 76],
  ["警告；罚款", 8],
  ["罚款；没收违法所得", 6],
  ["警告", 3],
  ["通报批评；罚款", 2.5],
  ["罚款；没收非法财物", 2.2],
  ["罚款；责令停产停业", 0.9],
  ["罚款；暂扣许可证件", 0.6],
  ["警告；罚款；没收违法所得", 0.5],
  ["吊销许可证件", 0.3],
]);

/** `median`: of the fines of its field. */
export function penaltyOf(
  random: Random,
  { simple, party, median }: { simple: boolean; party: string; median: number },
): Penalty {
  const onTheSpot = () => (random() < 0.38 ? "警告" : "罚款");
  const penalties = simple ? onTheSpot() : ordinaryPenalties(random);
  const fine = penalties.includes("罚款") ? fineOf(random, simple, party, median) : null;
  const unlawful = penalties.includes("没收违法所得");
  const confiscated = unlawful ? rounded(logNormal(random, 4000, 0.8)) : null;
  return { penalties, fine, confiscated };
}

/** Whether it is one of those that must be reviewed, and stay public for three years. */
export function isLarge({ penalties, fine }: Penalty): boolean {
  return (fine ?? 0) >= 20_000 || /责令|吊销|没收/.test(penalties);
}

function fineOf(random: Random, simple: boolean, party: string, median: number): number {
  // 行政处罚法第五十一条: what may be imposed on the spot.
  if (simple) return party === "法人" ? between(random, 2, 30) * 100 : between(random, 1, 4) * 50;
  return rounded(logNormal(random, party === "法人" ? median * 1.5 : median, 0.8));
}

/** Amounts are round: nobody is fined 1237 yuan. */
export function rounded(yuan: number): number {
  const step = yuan < 2000 ? 50 : yuan < 20_000 ? 100 : 500;
  return Math.max(50, Math.round(yuan / step) * step);
}
