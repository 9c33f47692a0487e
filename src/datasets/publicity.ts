import { BOOKS, COPIES, PEOPLE, SESSIONS, TIMES } from "../text/measure-words.ts";
import { COUNT, FOR_METRICS, monthOf, SECTION, STREET, weekdayColumn } from "./columns.ts";
import { defineDataset } from "./define.ts";
import { inKinds } from "./kinds.ts";

/** 普法宣传与本单位学习培训. Training of one's own staff is told apart by 对象, never added. */
export const publicity = defineDataset({
  id: "publicity",
  label: "普法与学习培训",
  unit: "次",
  description: "面向社会的普法宣传，以及面向本单位人员的学习、培训和考试。",
  countedApart: "audience",
  explore: ["form", "audience", "month", "weekday", "venue", "street"],
  columns: {
    started_on: {
      label: "开始日期",
      aliases: ["日期", "活动日期", "时间"],
      type: "date",
      daily: true,
      expected: true,
    },
    ended_on: { label: "结束日期", type: "date", daily: true },
    name: { label: "名称", aliases: ["活动名称"], type: "text" },
    theme: { label: "主题", aliases: ["活动主题"], type: "text" },
    form: {
      label: "形式",
      aliases: ["活动形式"],
      type: "word",
      words: [
        "集中宣传",
        "法律咨询",
        "以案释法",
        "新媒体",
        "竞赛",
        "旁听庭审",
        "内部培训",
        "集中学习",
        "考试",
      ],
      vocabulary: "形式",
      required: true,
    },
    venue: {
      label: "场所",
      aliases: ["活动场所", "地点类型"],
      type: "words",
      words: ["广场", "公园", "社区", "农村", "学校", "企业", "商铺", "工地", "机关", "线上"],
      vocabulary: "场所",
    },
    audience: {
      label: "对象",
      aliases: ["活动对象"],
      type: "word",
      ...inKinds({ 社会公众: ["公众", "经营者", "学生"], 本单位人员: ["本单位人员"] }),
      vocabulary: "对象",
      required: true,
    },
    sessions: { label: "场次", type: "quantity", units: [...SESSIONS, ...TIMES] },
    participants: {
      label: "参与人次",
      aliases: ["参加人次", "人次"],
      type: "quantity",
      units: PEOPLE,
    },
    leaflets: {
      label: "发放材料",
      aliases: ["发放资料"],
      type: "quantity",
      units: [...COPIES, ...BOOKS, "件"],
    },
    consultations: { label: "咨询人次", type: "quantity", units: [...PEOPLE, ...TIMES] },
    street: STREET,
    link: { label: "链接", aliases: ["网址"], type: "text", private: true },
    count: { ...COUNT, aliases: ["次数", "数量", "count"] },
    section: SECTION,
    for_metrics: FOR_METRICS,
  },
  derived: {
    month: monthOf("started_on", "月份"),
    weekday: weekdayColumn("started_on", "星期"),
  },
  orders: [["started_on", "ended_on"]],
  dated: { by: ["started_on"] },
});
