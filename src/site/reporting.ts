/** Where a reader says that a number is wrong. */
import type { SiteConfig } from "../ingest/config/site-config.ts";

export interface Channel {
  label: string;
  value: string;
  /** Where it is reached by a link. */
  href?: string;
}

/** The ways that the bureau has given, the quickest first; none where it has given none. */
export function channelsOf({ contact }: Pick<SiteConfig, "contact">): Channel[] {
  const { report, email, phone, address, hours } = contact;
  return [
    { label: "网上", value: report, href: report },
    { label: "邮箱", value: email, href: `mailto:${email}` },
    { label: "电话", value: phone && hours ? `${phone}（${hours}）` : phone },
    { label: "地址", value: address },
  ].filter(({ value }) => value !== "");
}

/** A letter about one number, its name and id already in it; null without a mail address. */
export function letterAbout(
  { contact }: Pick<SiteConfig, "contact">,
  { id, label, year, shown }: { id: string; label: string; year: number; shown?: string },
): string | null {
  if (contact.email === "") return null;
  const subject = `报告差错：${label}（${id}）`;
  const body = [
    `编号：${id}，${year}年`,
    ...(shown === undefined ? [] : [`网页上写的：${shown}`]),
    "应当是：",
    "依据：",
  ].join("\r\n");
  return `mailto:${contact.email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

/** The place on the page of errors that has the id of a figure, or of a chart. */
export const errorOf = (id: string) => `report-error/#${id}`;
export const errorOfChart = (id: string) => errorOf(`chart-${id}`);
