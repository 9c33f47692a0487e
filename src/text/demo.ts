/** 演示数据: how the data of an invented bureau are marked, wherever they might be taken for real. */

export const DEMO = "演示数据";
/** What is said of them where there is room. */
export const INVENTED = "单位和数字均为虚构";
/** The column of a download that says so in every line. */
export const DEMO_COLUMN = "数据性质";

/** Before a text: 演示数据。 */
export function demoBefore(demo: boolean, mark: "：" | "，" | "。"): string {
  return demo ? `${DEMO}${mark}` : "";
}

/** A title with the mark behind it: …（演示数据）; once, where it bears one of its own. */
export function demoNamed(title: string, demo: boolean): string {
  return demo ? `${title.replace(/[（(]演示(?:数据)?[）)]$/, "")}（${DEMO}）` : title;
}

/** Behind the bureau's name: （虚构）. */
export function inventedBehind(demo: boolean): string {
  return demo ? "（虚构）" : "";
}
