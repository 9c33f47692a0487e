/** One thing that a site says in public. Apart from what finds them, which loads all that draws. */

import type { ByWord } from "./shift.ts";

/** What people call the parts, in the order in which they are told. */
export const PARTS = {
  figure: "数字",
  title: "标题",
  question: "问题的答案",
  finding: "核对发现",
  rows: "逐行公开的数据",
} as const;

export type MovePart = keyof typeof PARTS;

/** shown: it says something; withheld: it may not be said; unknown: nobody has said it. */
type Saying = "shown" | "withheld" | "unknown";

export interface PublicWords {
  part: MovePart;
  year: number;
  /** Names it whatever the data say. */
  id: string;
  name: string;
  text: string;
  saying: Saying;
  /** How many matters about people it counts in all. */
  people?: number;
  /** The same column by column. */
  byColumn?: ReadonlyMap<string, ByWord>;
  /** So few more or fewer tell of them; FEW where it is not said. */
  few?: number;
}
