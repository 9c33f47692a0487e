/** How the pictures are set: sizes of their texts in pixels, and how small the drawing may become. */
import { type PictureName, pictureKind } from "./kinds.ts";

export interface PictureFrame {
  width: number;
  /** Without it the picture is as high as it needs. */
  height?: number;
  pad: number;
  /** Bureau, year and marks. */
  head: number;
  /** The title, the first that leaves the drawing its room. */
  titles: readonly number[];
  /** Scope, unit, notes. */
  text: number;
  /** Source and address; none where nobody could read them. */
  foot: number | null;
  /** The drawing's text, at least: rather a smaller title than a smaller drawing. */
  drawn: readonly number[];
  /** The drawing's text, at most. */
  most: number;
  /** Of its width, the words' where the drawing may stand beside them. */
  beside?: number;
}

type Set = Omit<PictureFrame, "width" | "height">;

const SETS: Record<Exclude<PictureName, "chart-2x">, Set> = {
  chart: { pad: 60, head: 26, titles: [46], text: 27, foot: 24, drawn: [0], most: 26 },
  phone: {
    pad: 52,
    head: 30,
    titles: [84, 76, 68, 62, 56, 50, 46, 42],
    text: 30,
    foot: 25,
    drawn: [30, 26, 22, 18],
    most: 39,
  },
  card: {
    pad: 52,
    head: 27,
    titles: [60, 54, 48, 44, 40, 36],
    text: 26,
    foot: 21,
    drawn: [27, 23, 20, 16],
    most: 34,
    beside: 0.44,
  },
  wechat: {
    pad: 36,
    head: 22,
    titles: [50, 44, 40, 36, 32, 28],
    text: 20,
    foot: null,
    drawn: [19, 16, 14],
    most: 26,
    beside: 0.5,
  },
  square: {
    pad: 34,
    head: 22,
    titles: [52, 46, 42, 38, 34, 30, 26, 22],
    text: 20,
    foot: null,
    drawn: [18, 15],
    most: 21,
  },
};

export function frameOf(name: PictureName): PictureFrame {
  const { width, height, larger } = pictureKind(name);
  if (larger) return frameOf(larger);
  return { ...SETS[name as keyof typeof SETS], width, ...(height === undefined ? {} : { height }) };
}
