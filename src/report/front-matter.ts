/** The lines between --- at the head of report.md: what document the report is. */
import { readYaml } from "../ingest/config/yaml.ts";
import type { ReportText } from "../ingest/ingest.ts";
import type { Message, Problems } from "../ingest/problems/problems.ts";
import { nearest } from "../ingest/text/nearest.ts";
import { FIELDS, publishedTooEarly, type ReportDocument } from "./document.ts";

const NAMES = Object.keys(FIELDS);

/** The fields, the text below them, and how many lines stand above it. */
export function frontMatter(source: ReportText, problems: Problems) {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(source.text);
  const yaml = match ? readYaml(match[1] ?? "", source.file, problems, 1) : null;
  const meta: ReportDocument = {
    title: "",
    number: "",
    index: "",
    issuer: "",
    dated: "",
    published: "",
    url: "",
  };
  const wrong = (name: string, value: string, message: Message) =>
    problems.add({
      ...message,
      file: source.file,
      cell: `第${yaml?.lineOf([name]) ?? 1}行`,
      column: name,
      value,
    });
  for (const [name, written] of Object.entries((yaml?.value ?? {}) as Record<string, unknown>)) {
    const field = FIELDS[name];
    if (!field) {
      const near = nearest(name, NAMES);
      const fix = near ? `是不是“${near}”？` : `可用的有：${NAMES.join("、")}`;
      wrong(name, name, { code: "yaml-field", why: "没有这一项", fix });
      continue;
    }
    const raw = typeof written === "string" ? written.trim() : "";
    if (raw === "") continue;
    const read = field.read(raw);
    if (read.ok) meta[field.key] = read.value;
    else wrong(name, raw, { code: read.code, why: read.why, fix: read.fix });
  }
  if (publishedTooEarly(meta)) {
    wrong("发布日期", meta.published, {
      code: "yaml-field",
      why: `比成文日期${meta.dated}还早，没有写成的报告不能发布`,
      fix: "核对两个日期，改正写错的一个",
    });
  }
  const head = match?.[0] ?? "";
  return {
    meta,
    body: source.text.slice(head.length),
    offset: head.split("\n").length - 1,
  };
}
