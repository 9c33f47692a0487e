import { UNSTATED } from "../../metrics/engine/counter.ts";
import { numberText } from "../../text/format.ts";
import { joinedDaysNote } from "../../text/joined-days.ts";
import { reachOf } from "../../text/per-hundred.ts";
import { type Amount, type KnownAmount, range, UNKNOWN_AMOUNT } from "../../values/amount.ts";
import { defineChart, type Item } from "../define.ts";
import { type LedgerRow, ledger } from "../forms/ledger.ts";
import { groupItems } from "../items.ts";
import { timeOf } from "../own-periods.ts";
import { unsatisfiedPerHundred } from "./rate-per-hundred.ts";

export const complaintsOnStreets = defineChart({
  id: "complaints-on-streets",
  topic: "complaints",
  question: "我住的地方有多少诉求，要办多久，满意吗？",
  view(year) {
    const { place } = year;
    const counts = groupItems(year, "complaints-by-street", "sorted");
    const [middle, most] = ["handling-days-by-street", "handling-days-p90-by-street"].map((id) =>
      groupItems(year, id, "own"),
    );
    const named = counts.filter(({ label }) => label !== UNSTATED);
    const rows = named.map(
      (count): LedgerRow => ({
        count: { ...count, series: "件数" },
        middle: of(count, middle!, "一半不超过（天）"),
        most: of(count, most!, "九成不超过（天）"),
        rate: unsatisfiedPerHundred(year, "street-rating", count),
      }),
    );
    const told = rows.filter(({ middle: { amount } }) => amount.state === "known");
    const rates = rows.flatMap(({ rate: { amount } }) => valuesOf(amount));
    const isTold = told.length > 1;
    const days = told.flatMap(({ middle }) => range(middle.amount)!);
    const places = told.length < rows.length ? `算得出的${place}` : `各${place}`;
    return {
      title: isTold
        ? titleOf(places, days) + rateOf(place, rates, rows.length)
        : `各${place}的办结用时未公布`,
      subtitle: `${timeOf(year, counts)}受理的${year.tickets}，按所在的${place}。圆点：一半不超过的天数，线的末端：九成不超过的天数，按自然日${rates.length > 0 ? "；不满意：每100件评价里的件数" : ""}。只列数，不评优劣。`,
      dimension: place,
      items: rows.map(({ count }) => count),
      beyond: rows.flatMap(({ middle, most, rate }) => [
        middle,
        most,
        ...(rates.length > 0 ? [rate] : []),
      ]),
      ...(isTold
        ? { listed: { what: "一半不超过的天数", items: rows.map(({ middle }) => middle) } }
        : {}),
      form: isTold
        ? ledger(rows, { count: "件数", days: "几天办结", rate: rates.length > 0 ? "不满意" : "" })
        : null,
      notes: [
        ...joinedDaysNote(rows.flatMap(({ middle, most }) => [middle.amount, most.amount])),
        ...(rows.some(({ most }) => ["small", "unknown"].includes(most.amount.state))
          ? [
              `受理不足20件或办结不足10件的${place}不算一半的天数，受理不足60件或办结不足50件的不画线。`,
            ]
          : []),
        ...(rates.length > 0 && rates.length < rows.length
          ? ["评价不足30件的，和列出来就能推算出小数目的，不算每100件里的件数。"]
          : []),
      ],
      ...(isTold ? {} : { idle: true as const }),
    };
  },
});

function of(count: Item, groups: readonly Item[], series: string): Item {
  const own = groups.find(({ label }) => label === count.label);
  return { ...(own ?? { ...count, amount: UNKNOWN_AMOUNT, unit: "天" }), series };
}

function valuesOf(amount: Amount): KnownAmount[] {
  return amount.state === "known" ? [amount] : [];
}

/** “各街道：一半3到5天内办结”: two lines of a phone hold it with what is said of the ratings. */
function titleOf(places: string, days: readonly number[]): string {
  const [low, high] = [Math.min(...days), Math.max(...days)];
  const first = low === 0 ? "当天" : numberText(low);
  const reach = low === high ? first : `${first}到${numberText(high)}`;
  return `${places}：\u200b一半${reach}${high === 0 ? "" : "天内"}办结`;
}

function rateOf(place: string, rates: readonly KnownAmount[], places: number): string {
  if (rates.length < 2) return "";
  const some = rates.length < places ? `算得出的${place}` : "";
  return `；\u200b${some}每100件评价${reachOf(rates, "件")}不满意`;
}
