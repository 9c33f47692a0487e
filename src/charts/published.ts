/** When the data of a year were made public. */
import type { Year } from "../site/year.ts";
import { dateText } from "../text/format.ts";

/** ISO; when its report was signed, where that is not known; else empty. */
export function publishedOf({ report }: Pick<Year, "report">): string {
  return report?.published || report?.dated || "";
}

/** “报告2024年1月31日公布”; empty where no day is known. */
export function publishedText(year: Pick<Year, "report">): string {
  const day = publishedOf(year);
  return day && `报告${dateText(day)}${year.report?.published ? "公布" : "成文"}`;
}
