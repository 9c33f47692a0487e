import { listText } from "../../text/format.ts";
import { enumerate } from "../../text/sentences.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { markRows } from "../forms/marks.ts";
import { everItems } from "../items.ts";
import { timeOf } from "../own-periods.ts";

/** From what is drawn by lot, and what came of it. */
const LISTS = [
  ["inspection-register", "检查对象名录"],
  ["inspectors", "执法人员名录"],
] as const;
const TIMES = ["inspections", "随机抽查"] as const;
const WORK = [
  ["inspected", "抽取对象"],
  ["inspection-problems", "发现问题"],
] as const;

export const randomInspections = defineChart({
  id: "random-inspections",
  topic: "supervision",
  question: "双随机抽查查了多少、发现了什么？",
  view(year) {
    const items = everItems(year, [...LISTS, TIMES, ...WORK]);
    const work = items.filter(({ label }) => WORK.some(([, own]) => own === label));
    const times = items.filter(({ label }) => label === TIMES[1]);
    // How often is not what was found.
    const told = [work, times].find((some) => some.length > 0) ?? items;
    const marks = markRows(items);
    const units = [...new Set(items.map(({ unit }) => `一${unit}`))];
    return {
      title: enumerate(told),
      subtitle: `${timeOf(year, items)}双随机、一公开。单位见数字后面${marks ? `；一个方块为${listText(units, "或")}` : ""}。`,
      dimension: "项目",
      items,
      form: marks ?? bars(items),
      notes: [],
      ...(items.length < 2 ? { idle: true } : {}),
    };
  },
});
