/** The two built sites that a reader can meet: what holds for a page holds in both. */
import { built } from "./built.ts";

export interface BuiltSite {
  name: string;
  folder: string;
  bureau: string;
  latest: number;
  demo: boolean;
}

export const SITES: readonly BuiltSite[] = [
  {
    name: "the real site",
    folder: await built("real"),
    bureau: "凯里市综合行政执法局",
    latest: 2023,
    demo: false,
  },
  {
    name: "the demo site",
    folder: await built("demo"),
    bureau: "示例市综合行政执法局",
    latest: 2024,
    demo: true,
  },
];
