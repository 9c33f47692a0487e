/** The whole demo bureau: every year's files, each saved the way some office system saves them. */
import { readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DATES } from "./calendar.ts";
import { writeReviews } from "./cases/review-sheet.ts";
import { writeCases } from "./cases/sheet.ts";
import { writeComplaints } from "./complaints/sheet.ts";
import { writeLicences } from "./licences.ts";
import { writeLitigation } from "./litigation/sheet.ts";
import { Output, type SavedAs } from "./output.ts";
import { writePublicity } from "./publicity.ts";
import { NOTES_HEADER, noteRows, PLAN_HEADER, planRows, reportText } from "./report.ts";
import { indicatorRows, type YearTotals } from "./statements.ts";
import { STATISTICS_HEADER, statisticsRows } from "./statistics.ts";
import { SITE_YAML, VOCABULARIES_YAML } from "./words.ts";

const LAST_YEAR = 2024;

const UTF8: SavedAs = { encoding: "utf-8", lineEnd: "\n", delimiter: "," };
const EXCEL: SavedAs = { encoding: "utf-8 BOM", lineEnd: "\r\n", delimiter: "," };
const OLD_EXCEL: SavedAs = { encoding: "gb18030", lineEnd: "\r\n", delimiter: "," };
/** What Excel calls Unicode 文本. */
const UNICODE_TEXT: SavedAs = { encoding: "utf-16le", lineEnd: "\r\n", delimiter: "\t" };

type Form = keyof typeof DATES;

/** How a year's files were saved and its days written. */
interface YearForm {
  saved: SavedAs;
  litigationSaved?: SavedAs;
  dates: Record<"cases" | "reviews" | "litigation" | "licences" | "publicity" | "complaints", Form>;
  tenThousands?: true;
  oldWord?: true;
  totalRow?: true;
  aliases?: true;
  headerAgain?: true;
  title?: true;
  fullWidth?: true;
  noPublicity?: true;
  statistics?: true;
}

const FORMS: Readonly<Record<number, YearForm>> = {
  2022: {
    saved: OLD_EXCEL,
    dates: {
      cases: "slashes",
      reviews: "dots",
      litigation: "chinese",
      licences: "slashes",
      publicity: "slashes",
      complaints: "slashes",
    },
    tenThousands: true,
    oldWord: true,
    headerAgain: true,
    noPublicity: true,
  },
  2023: {
    saved: EXCEL,
    dates: {
      cases: "iso",
      reviews: "serial",
      litigation: "digits",
      licences: "iso",
      publicity: "slashes",
      complaints: "iso",
    },
    aliases: true,
    title: true,
    fullWidth: true,
  },
};
/** 2024, and the years that only benches ask for. */
const LATEST: YearForm = {
  saved: UTF8,
  litigationSaved: UNICODE_TEXT,
  dates: {
    cases: "iso",
    reviews: "iso",
    litigation: "midnight",
    licences: "iso",
    publicity: "chinese",
    complaints: "iso",
  },
  totalRow: true,
  statistics: true,
};

export interface DemoOptions {
  /** Complaints a year. */
  complaints: number;
  /** How many years, the last one 2024. */
  years: number;
  /** The only dataset to write, by its id; without it all, and the report. */
  only?: string | undefined;
}

/** The demo as it is shown: three years, 30,000 complaints in each. */
export const DEMO_COMPLAINTS = 30_000;
export const DEMO_YEARS = 3;

/** Writes the bureau into a folder; gives the hash of every file, by its path. */
export function writeDemo(
  folder: string,
  { complaints, years, only }: DemoOptions,
  onYear: (year: number) => void = () => {},
): ReadonlyMap<string, string> {
  const unfinished = join(folder, UNFINISHED);
  rmSync(unfinished, { recursive: true, force: true });
  try {
    const output = writeYears(unfinished, { complaints, years, only }, onYear);
    replace(folder, unfinished);
    return output.hashes;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Where the files are written until all are there: a full disk or a kill leaves the old ones whole. */
export const UNFINISHED = ".unfinished";

/** Moves the finished files up, in the place of those of an earlier run. */
function replace(folder: string, unfinished: string): void {
  for (const name of readdirSync(folder)) {
    if (/^\d{4}$/.test(name) || name === "vocabularies.yaml") {
      rmSync(join(folder, name), { recursive: true });
    }
  }
  for (const name of readdirSync(unfinished)) {
    renameSync(join(unfinished, name), join(folder, name));
  }
}

function writeYears(
  folder: string,
  { complaints, years, only }: DemoOptions,
  onYear: (year: number) => void,
): Output {
  const output = new Output(
    folder,
    (path) => only === undefined || !path.includes("/") || path.endsWith(`/${only}.csv`),
  );
  output.text("site.yaml", SITE_YAML);
  output.text("vocabularies.yaml", VOCABULARIES_YAML);
  for (let year = LAST_YEAR - years + 1; year <= LAST_YEAR; year++) {
    onYear(year);
    writeYear(year, complaints, output);
  }
  return output;
}

function writeYear(year: number, complaints: number, output: Output): void {
  const form = FORMS[year] ?? LATEST;
  const { saved, dates } = form;
  const sheet = (name: string, as = saved) => output.sheet(`${year}/${name}.csv`, as);
  const totals: YearTotals = {
    year,
    cases: writeCases(year, sheet("cases"), {
      date: DATES[dates.cases],
      tenThousands: form.tenThousands === true,
      oldWord: form.oldWord === true,
      totalRow: form.totalRow === true,
    }),
    reviews: writeReviews(year, sheet("legal_reviews"), {
      date: DATES[dates.reviews],
      aliases: form.aliases === true,
    }),
    litigation: writeLitigation(year, sheet("litigation", form.litigationSaved), {
      date: DATES[dates.litigation],
      headerAgain: form.headerAgain === true,
    }),
    licences: writeLicences(year, sheet("licences"), DATES[dates.licences]),
    publicity: form.noPublicity
      ? null
      : writePublicity(year, sheet("publicity"), {
          date: DATES[dates.publicity],
          title: form.title === true,
          fullWidth: form.fullWidth === true,
        }),
    complaints: writeComplaints(year, complaints, sheet("complaints"), DATES[dates.complaints]),
  };
  table(sheet("indicators"), indicatorRows(totals));
  if (form.statistics) {
    table(sheet("statistics"), [STATISTICS_HEADER, ...statisticsRows(totals.cases)]);
  }
  table(sheet("plan"), [PLAN_HEADER, ...planRows(year)]);
  table(sheet("notes"), [NOTES_HEADER, ...noteRows(year)]);
  output.text(`${year}/report.md`, reportText(totals));
}

function table(sheet: ReturnType<Output["sheet"]>, rows: readonly string[][]): void {
  for (const row of rows) sheet.row(row);
  sheet.end();
}
