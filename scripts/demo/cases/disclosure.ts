/** 公开方式: which decisions are published, when, and for how long. */
import { addWorkdays, workdayFrom } from "../calendar.ts";
import { between, type Random } from "../random.ts";

export interface Disclosure {
  disclosure: string;
  disclosed: number | null;
  disclosedUntil: number | null;
  /** 信用修复 takes it away earlier. */
  repaired: number | null;
}

/** Why a decision is withheld, as the export says it. */
export const WITHHELD = "政府信息公开条例第十五条";

interface Decided {
  simple: boolean;
  punished: boolean;
  large: boolean;
  party: string;
  ended: number;
  paid: number;
}

export function disclosureOf(
  random: Random,
  { simple, punished, large, party, ended, paid }: Decided,
): Disclosure {
  const disclosure = wayOf(random, simple, punished, party);
  const delay = random();
  const disclosed =
    disclosure !== "公开" || delay > 0.965
      ? null
      : addWorkdays(
          ended,
          delay < 0.88 ? between(random, 1, 7) : between(random, 8, delay < 0.95 ? 15 : 40),
        );
  const disclosedUntil = disclosed === null ? null : disclosed + (large ? 1096 : 365);
  const repaired =
    disclosed !== null && party === "法人" && paid < ended + 60 && random() < 0.12
      ? workdayFrom(disclosed + between(random, 95, 240))
      : null;
  return { disclosure, disclosed, disclosedUntil, repaired };
}

function wayOf(random: Random, simple: boolean, punished: boolean, party: string): string {
  if (!punished) return "";
  if (simple || party === "自然人") return "仅汇总";
  return random() < 0.03 ? "不公开" : "公开";
}
