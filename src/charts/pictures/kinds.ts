/** The pictures (PNG) of a chart and year: what each is for, how large it is, and its address. */
import { type Chart, pageOf } from "../define.ts";

export interface PictureKind {
  /** For whom, as its link says. */
  label: string;
  /** In pixels; without a height it is as high as the drawing needs. */
  width: number;
  height?: number;
  /** It is this one, with more pixels. */
  larger?: "chart";
}

export const PICTURES = {
  chart: { label: "图片（PNG）", width: 1200 },
  "chart-2x": { label: "大图（PNG，宽2400像素）", width: 2400, larger: "chart" },
  phone: { label: "手机竖图", width: 900, height: 1200 },
  card: { label: "分享卡片", width: 1200, height: 630 },
  wechat: { label: "微信封面", width: 900, height: 383 },
  square: { label: "方形小图", width: 500, height: 500 },
} as const satisfies Record<string, PictureKind>;

export type PictureName = keyof typeof PICTURES;

export const PICTURE_NAMES = Object.keys(PICTURES) as PictureName[];

export function pictureKind(name: PictureName): PictureKind {
  return PICTURES[name];
}

/** The address of one of them from the site's root: charts/<id>/<year>/card.png. */
export function pictureAddress(
  chart: Pick<Chart, "id" | "folder">,
  year: number,
  name: PictureName,
): string {
  return `${pageOf(chart)}${pictureBeside(year, name)}`;
}

/** The same from the chart's page. */
export function pictureBeside(year: number, name: PictureName): string {
  return `${year}/${name}.png`;
}

/** The card of a year's questions, the picture of the home page while the year is the latest. */
export function yearCardAddress(year: number): string {
  return `questions/${year}/card.png`;
}

/** What social networks show of a page; its address from the site's root. */
export interface Card {
  address: string;
  alt: string;
}
