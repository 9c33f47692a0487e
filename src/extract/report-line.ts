/** What is read of a report: its paragraphs, or that it is none. */

export interface ReportLine {
  text: string;
  /** Its level as a heading, from 1, where the file's styles or marks say so. */
  heading?: number;
  /** The cells of a row of a table. */
  cells?: readonly string[];
}

/** The file is no report that can be read; the message says what to do. */
export class NotAReport extends Error {}
