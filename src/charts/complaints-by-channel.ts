import { enumerate } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { statements } from "./forms/statements.ts";
import { groupItems, itemOf } from "./items.ts";

export const complaintsByChannel = defineChart({
  id: "complaints-by-channel",
  topic: "complaints",
  question: "群众从哪些渠道投诉和反映？",
  figures: ["complaints", "messages", "complaints-by-channel", "messages-by-channel"],
  view(year) {
    const named = (items: ReturnType<typeof groupItems>, what: string) =>
      items.map((item) => ({ ...item, label: `${item.label}${what}` }));
    const groups = [
      ...named(groupItems(year, "complaints-by-channel", "sorted"), "投诉工单"),
      ...named(groupItems(year, "messages-by-channel", "sorted"), "群众反映"),
    ];
    const items =
      groups.length > 0 ? groups : [itemOf(year, "complaints"), itemOf(year, "messages")];
    return {
      title: enumerate(items.slice(0, 3)) + (items.length > 3 ? "等" : ""),
      subtitle: `${year.year}年。工单按件计，反映按次计，单位不同，不相加，也不用同一把尺。`,
      dimension: "渠道",
      items,
      form: statements(items),
      notes: [],
    };
  },
});
