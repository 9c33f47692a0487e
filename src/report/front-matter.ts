/** The lines between --- at the head of report.md: what the report is called, and of which day. */
import { parseDate } from "../ingest/cells/dates.ts";
import { readYaml } from "../ingest/config/yaml.ts";
import type { ReportText } from "../ingest/ingest.ts";
import type { Problems } from "../ingest/problems/problems.ts";
import { nearest } from "../ingest/text/nearest.ts";

const FIELDS = ["标题", "成文日期", "发布日期", "原文网址"];

/** The fields, the text below them, and how many lines stand above it. */
export function frontMatter(source: ReportText, problems: Problems) {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(source.text);
  const yaml = match ? readYaml(match[1] ?? "", source.file, problems, 1) : null;
  const fields = (yaml?.value ?? {}) as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    if (FIELDS.includes(key)) continue;
    const near = nearest(key, FIELDS);
    problems.add({
      code: "yaml-field",
      file: source.file,
      cell: `第${yaml?.lineOf([key]) ?? 1}行`,
      column: key,
      value: key,
      why: "没有这一项",
      fix: near ? `是不是“${near}”？` : `可用的有：${FIELDS.join("、")}`,
    });
  }
  const field = (key: string) => (typeof fields[key] === "string" ? fields[key].trim() : "");
  const day = (key: string) => {
    if (!field(key)) return "";
    const date = parseDate(field(key));
    if (date.ok) return date.value ?? "";
    const { code, why, fix } = date;
    const cell = `第${yaml?.lineOf([key]) ?? 1}行`;
    problems.add({ code, file: source.file, cell, value: field(key), why, fix });
    return "";
  };
  const head = match?.[0] ?? "";
  return {
    meta: {
      title: field("标题"),
      dated: day("成文日期"),
      published: day("发布日期"),
      url: /^https?:\/\//.test(field("原文网址")) ? field("原文网址") : "",
    },
    body: source.text.slice(head.length),
    offset: head.split("\n").length - 1,
  };
}
