/** A number of a text that says how much of something. */

export interface Mention {
  /** From its 约 to its 以上, unit and all. */
  start: number;
  end: number;
  /** As 数值 takes it: 73余, 约2, 1.2万, 3至5. */
  value: string;
  /** The number alone, 12000 of 1.2万余. */
  number: number;
  exact: boolean;
  /** Empty where none is written. */
  unit: string;
  /** Written in Chinese numerals. */
  isHan: boolean;
  /** Only a reader could take it for a figure: 3至5人一组. A page shows no number that has no row. */
  doubtful?: true;
  /** A share said in words, 三成: its row says per cent, and the report keeps the words. */
  spoken?: string;
}
