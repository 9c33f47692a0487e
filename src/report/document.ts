/** What a report is as an official document: title, number, who issued and when it was published. */
import { parseDate } from "../ingest/cells/dates.ts";
import type { Message } from "../ingest/problems/problems.ts";
import { halfWidth } from "../ingest/text/tidy.ts";

export interface ReportDocument {
  title: string;
  /** 文号, as the office writes it: 凯综执〔2024〕5号. Empty when it has none, like all of these. */
  number: string;
  /** 索引号 of the open government information catalogue. */
  index: string;
  /** 发布机构, where it is not the body itself. */
  issuer: string;
  /** 成文日期, ISO. */
  dated: string;
  /** 发布日期, ISO. */
  published: string;
  /** Where the bureau published the original. */
  url: string;
}

type Field = { ok: true; value: string } | ({ ok: false } & Message);

/** A field as staff write it in the front matter, and how it is read; what cannot be read says why. */
export const FIELDS: Record<string, { key: keyof ReportDocument; read: (raw: string) => Field }> = {
  标题: { key: "title", read: good },
  文号: { key: "number", read: number },
  索引号: { key: "index", read: index },
  发布机构: { key: "issuer", read: issuer },
  成文日期: { key: "dated", read: date },
  发布日期: { key: "published", read: date },
  原文网址: { key: "url", read: url },
};

/** A document is signed before it is published. */
export function publishedTooEarly({ dated, published }: ReportDocument): boolean {
  return dated !== "" && published !== "" && published < dated;
}

function good(value: string): Field {
  return { ok: true, value };
}

function wrong(why: string, fix: string): Field {
  return { ok: false, code: "yaml-field", why, fix };
}

const NUMBER = /^(.{0,20}?)[〔[(【]((?:19|20)\d{2})[〕\])】](?:第?0*)([1-9]\d{0,4})号$/u;

/** The year stands in 〔〕 (GB/T 9704); other brackets are certain enough to be mended. */
function number(raw: string): Field {
  const [, office, year, serial] = NUMBER.exec(halfWidth(raw).replace(/\s/g, "")) ?? [];
  return year && serial
    ? good(`${office ?? ""}〔${year}〕${serial}号`)
    : wrong("认不出是文号", "写成 某政发〔2024〕5号；没有文号就留空");
}

function index(raw: string): Field {
  return /\d/.test(raw) && /^[\p{L}\p{N}()（）〔〕[\]/._\-—]{4,60}$/u.test(raw)
    ? good(raw)
    : wrong("认不出是索引号", "照政府信息公开目录抄写，例如 000014349/2024-00012；没有就留空");
}

function issuer(raw: string): Field {
  return raw.length <= 60 && /\p{Script=Han}/u.test(raw)
    ? good(raw)
    : wrong("认不出是机构的名称", "写发布机构的全称；就是本单位的可以留空");
}

function date(raw: string): Field {
  const parsed = parseDate(raw);
  return parsed.ok ? good(parsed.value ?? "") : parsed;
}

function url(raw: string): Field {
  return /^https?:\/\/[^\s"<>]+$/.test(raw)
    ? good(raw)
    : wrong("这不是一个网址", "写完整的网址，以 http:// 或 https:// 开头；不知道就留空");
}
