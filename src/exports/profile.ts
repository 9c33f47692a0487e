/** What a system's export is: how it is known, and how it says what a dataset says. */
import type { Dataset } from "../datasets/define.ts";
import { wordKey } from "../ingest/text/tidy.ts";

/** A dataset's column → the heads that exports give it, the one that says it best first. */
export type Heads = Readonly<Record<string, readonly string[]>>;

/** A word of an export, or what such words look like → a dataset's word; "" where it says nothing. */
export type ExportWords = readonly (readonly [written: string | RegExp, word: string])[];

/** A word that says all of some others: a list of them is written as it. */
export interface WiderWord {
  word: string;
  of: readonly string[];
}

/** A dataset's column → how other heads that name it are put together (of headKey), the surest first. */
export type HeadForms = Readonly<Record<string, readonly RegExp[]>>;

/** How exports of any system say what a dataset says. */
export interface Vocabulary {
  dataset: Dataset;
  heads: Heads;
  /** What other heads look like that may be a column: it is asked. */
  like?: Readonly<Record<string, RegExp>>;
  /** Heads that nobody has listed. */
  forms: HeadForms;
  /** What a head of an unknown system's table is about (of headKey), if its rows are the dataset's. */
  about: RegExp;
  /** Heads (headKey) by which such a table is about something else: papers that are reviewed, people. */
  notAbout?: RegExp;
  /** Heads of what other lists are about, unless another head tells that it is one of these all the same. */
  unlikely?: readonly { heads: RegExp; unless: RegExp }[];
  /** Numbers of matters (案号) that are the dataset's, whatever the other heads are. */
  numbers?: RegExp;
  /** What a title or a head must say for one column and a day to be enough. */
  called?: RegExp;
  /** What the name of a list says that holds a part of the matters only. */
  partly?: RegExp;
  /** Heads (headKey) that `derive` reads: they are not asked about. */
  derivedFrom?: RegExp;
  /** So many columns make such a table one of the dataset's; three where nothing is said. */
  enough?: number;
  /** Heads (headKey) that say whose a matter is, where a list may have those of several bodies. */
  bodies?: RegExp;
  /** Heads (headKey) of days that no column is made of, and that tell the year of a matter which has none. */
  yearUnder?: RegExp;
  /** The column of numbers that tell the year of a matter of which no day does. */
  numbered?: { key: string; year(said: RowSays): number | undefined };
  /** A step of the work that has a deadline of its own, and the columns of a deadline and its day. */
  deadline?: { due: string; done: string; step: RegExp };
  /** Heads (headKey) that say two columns as one, and which of them a row's is by what else it says. */
  either?: {
    head: RegExp;
    columns: readonly [string, string];
    of(row: Readonly<Record<string, string>>): string | undefined;
  };
  /** Heads (headKey) of texts that may say an amount among other things, and what of a text it is. */
  amountIn?: { key: string; head: RegExp; of: AmountIn };
  /** Amounts that some exports write in a column for each part: what the heads (headKey) of each are like. */
  parts?: Readonly<Record<string, readonly RegExp[]>>;
  /** What a column's marks mean where its head says that they are marks: proposed, and never taken by itself. */
  marks?: Readonly<Record<string, { head: RegExp; words: ExportWords }>>;
  /** Words of how a matter came into the system, which are no word of a column: 电话, 微信. */
  ways?: Readonly<Record<string, RegExp>>;
  /** What a title above the head, or a sheet's name, may say of all rows: column → words. */
  titled?: Readonly<Record<string, ExportWords>>;
  /** What of a column's text is meant: of a path the last part, of a place what is below the county. */
  bare?: Readonly<Record<string, (text: string, isOfPaths?: boolean) => string>>;
  /** Column → the word that a list of several is written as. */
  wider?: Readonly<Record<string, WiderWord>>;
  /** By column. */
  words: Readonly<Record<string, ExportWords>>;
  /** The columns that are there because `derive` tells of them. */
  derives?: readonly string[];
  /** Columns that are there where a head (headKey) is of which `derive` tells them. */
  derivesUnder?: Readonly<Record<string, RegExp>>;
  /** What follows from a row's other cells. */
  derive?(row: CleanRow, said: RowSays): void;
  /** Whether a row is of something else that the system keeps in the same list. */
  isOther?(said: RowSays): boolean;
}

/** The amount that a text says; "" where it says none, undefined where nobody can tell which. */
export type AmountIn = (text: string) => string | undefined;

/** A clean row; keys are the dataset's columns. */
export type CleanRow = Record<string, string>;

/** What a row of the export says. */
export interface RowSays {
  /** What stands under a head. */
  cell(head: string): string;
  /** What stands under each head that is like it (headKey). */
  under(heads: RegExp): readonly string[];
  /** Whether something stands in a column of the dataset that nobody could read. */
  unread(key: string): boolean;
}

/** What heads of a table that no system is known by tell of its rows. */
export interface Family
  extends Pick<System, "id" | "label" | "of" | "heads" | "constants" | "usually" | "otherwise"> {
  /** For each of them some head of the table is like it. */
  about: readonly RegExp[];
}

/** One system's export. */
export interface System extends Pick<Vocabulary, "derive"> {
  id: string;
  label: string;
  of: Vocabulary;
  /** Its heads: the export that has most of a system's is that system's, if it has the first of them. */
  knownBy: readonly [string, ...string[]];
  /** What a head, the sheet's name or a title must say, where its heads are those of any matter. */
  called?: RegExp;
  /** Heads by which it is another system's. */
  never?: readonly string[];
  /** Heads and words of its own, before those of all systems. */
  heads?: Heads;
  /** Further heads whose cells say more of the same: column → heads. */
  joins?: Heads;
  words?: Readonly<Record<string, ExportWords>>;
  /** The power of ten of amounts whose head does not say it: column → power. */
  scales?: Readonly<Record<string, number>>;
  /** Its standard counts in 万元, and some exports in 元: of a head without a unit it is asked. */
  inEither?: true;
  /** What is the same in every row: column → word. */
  constants?: Readonly<Record<string, string>>;
  /** What a row is where no column says it, or one that says only how it came in: column → word. */
  usually?: Readonly<Record<string, string>>;
  /** The word for what no list of words has, where every row is one: column → word. */
  otherwise?: Readonly<Record<string, string>>;
}

/** The dataset's word for an export's. */
export function wordIn(words: ExportWords, text: string): string | undefined {
  const key = wordKey(text);
  return words.find(([written]) =>
    typeof written === "string" ? wordKey(written) === key : written.test(text),
  )?.[1];
}
