/** The view of a part of its whole, and the rate of the two. */

import type { Year } from "../../site/year.ts";
import { enumerate } from "../../text/sentences.ts";
import { unitText } from "../../text/units.ts";
import type { Period } from "../../values/period.ts";
import type { View } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { itemOf, knownItems, rateNote } from "../items.ts";
import { spanOf } from "../own-periods.ts";
import { partOf } from "./part.ts";
import { rateTitle } from "./rate.ts";

interface Share {
  /** The metric of the whole and that of its part, each with its label. */
  whole: readonly [id: string, label: string];
  part: readonly [id: string, label: string];
  rate: string;
  /** What is counted, as the title says it, which of it, and what was done with the part. */
  noun: string;
  which: string;
  did: string;
  /** What is left of the whole: 没有按时办结. */
  left: string;
  /** What the title says is 未公布 when nothing is known. */
  asked: string;
  /** Which matters belong to the whole, of which time. */
  scope: (span: Period) => string;
}

export function shareView(year: Year, share: Share): View {
  const { whole, part, rate, noun, which, did, left, asked, scope } = share;
  const [all, some] = [itemOf(year, ...whole), itemOf(year, ...part)];
  const counts = knownItems([all, some]);
  const parted = partOf(all, some, left);
  const items = parted?.items ?? (counts.length > 0 ? counts : knownItems([itemOf(year, rate)]));
  return {
    title:
      counts.length > 0
        ? (rateTitle(year, { whole: whole[0], part: part[0], rate, of: noun, which, did }) ??
          `${noun}${enumerate(counts)}`)
        : items.length > 0
          ? enumerate(items)
          : `${noun}${asked}，未公布`,
    subtitle: `${scope(spanOf(year, items))}。${unitText(items.map(({ unit }) => unit))}`,
    dimension: "项目",
    items,
    form: parted?.form ?? bars(items),
    notes: rateNote(year, rate),
  };
}
