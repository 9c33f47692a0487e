/** Ledgers with a suit a row and its instances side by side: one instance is one row of the site's table. */
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { Imports } from "../src/exports/answers.ts";
import { importExports } from "../src/exports/import.ts";
import { rowNamer } from "../src/exports/row-names.ts";

async function rowsOf(head: string, ...lines: string[]) {
  const bytes = new TextEncoder().encode([head, ...lines].join("\n"));
  const open = async function* () {
    yield bytes;
  };
  const { rows, tables } = await importExports([{ path: "台账.csv", size: bytes.length, open }], {
    ...{ vocabularies: new Map(), imports: new Imports("") },
    nameId: rowNamer("a key of the tests"),
  });
  const texts = [...rows.values()].flatMap((years) => [...years.values()].map((one) => one.csv()));
  const found = texts.flatMap((text) => {
    const csv = [...text].join("").replace(/^\ufeff/, "");
    return Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
  });
  const told = found.map((row) =>
    ["类别", "审级", "受理日期", "结果", "结案日期", "负责人出庭"]
      .map((key) => row[key] ?? "")
      .join("|"),
  );
  return { told: told.toSorted(), numbers: found.map((row) => row.争议编号), tables };
}

const COURT = "案号,原告,被告,案由,立案日期,受理法院";
const FIRST = "行政诉讼|一审|2023-02-01|驳回诉讼请求|2023-05-01|是";
const SECOND = "行政诉讼|二审||驳回上诉|2023-09-01|";

describe("one row of two instances", () => {
  it.each([
    ["before", "一审结果,一审判决日期,一审负责人是否出庭,二审结果,二审判决日期"],
    [
      "behind",
      "结果（一审）,判决日期（一审）,负责人是否出庭（一审）,结果（二审）,判决日期（二审）",
    ],
    ["in other words", "一审裁判结果,一审结案时间,一审负责人出庭情况,二审裁判结果,二审结案时间"],
    ["第一审", "第一审结果,第一审宣判日期,第一审负责人是否出庭,第二审结果,第二审宣判日期"],
  ])("heads with the instance %s", async (_, heads) => {
    const { told, numbers } = await rowsOf(
      `${COURT},${heads}`,
      "（2023）黔2601行初12号,某甲,某局,处罚,2023-02-01,某院,驳回诉讼请求,2023-05-01,是,驳回上诉,2023-09-01",
      "（2023）黔2601行初13号,某乙,某局,处罚,2023-02-02,某院,撤销,2023-06-01,否,,",
    );
    expect(told).toEqual([FIRST, "行政诉讼|一审|2023-02-02|撤销|2023-06-01|否", SECOND].toSorted());
    // The instances of a suit are one matter.
    expect(new Set(numbers).size).toBe(2);
  });

  it("a suit that is not judged yet is in its first instance", async () => {
    const { told } = await rowsOf(
      `${COURT},一审结果,二审结果`,
      "（2023）黔2601行初12号,某甲,某局,处罚,2023-02-01,某院,,",
      "（2023）黔2601行初13号,某乙,某局,处罚,2023-02-02,某院,撤销,",
    );
    expect(told).toEqual(["行政诉讼|一审|2023-02-01|||", "行政诉讼|一审|2023-02-02|撤销||"]);
  });

  it("what is said of no instance is that of the only one, and else of none", async () => {
    const { told } = await rowsOf(
      `${COURT},一审结果,一审判决日期,二审结果,二审判决日期,负责人是否出庭`,
      "（2023）黔2601行初12号,某甲,某局,处罚,2023-02-01,某院,撤销,2023-05-01,,,是",
      "（2023）黔2601行初13号,某乙,某局,处罚,2023-02-02,某院,撤销,2023-05-02,驳回上诉,2023-09-01,是",
    );
    expect(told).toEqual([
      "行政诉讼|一审|2023-02-01|撤销|2023-05-01|是",
      "行政诉讼|一审|2023-02-02|撤销|2023-05-02|",
      "行政诉讼|二审||驳回上诉|2023-09-01|",
    ]);
  });

  it("a reconsideration and the suit after it are two", async () => {
    const { told } = await rowsOf(
      "申请人,被申请人,被复议行政行为,复议受理日期,复议机关,复议结果,复议决定日期,一审结果,一审判决日期",
      "某甲,某局,处罚,2023-02-01,某府,维持,2023-04-01,驳回诉讼请求,2023-08-01",
      "某乙,某局,处罚,2023-03-01,某府,撤销,2023-05-01,,",
    );
    expect(told).toEqual([
      "行政复议|复议|2023-02-01|维持|2023-04-01|",
      "行政复议|复议|2023-03-01|撤销|2023-05-01|",
      "行政诉讼|一审||驳回诉讼请求|2023-08-01|",
    ]);
  });

  it("an instance without any day is left, and said to be", async () => {
    const { told, tables } = await rowsOf(
      `${COURT},一审结果,二审结果`,
      "（2023）黔2601行初13号,某乙,某局,处罚,2023-02-02,某院,撤销,驳回上诉",
    );
    expect(told).toEqual(["行政诉讼|一审|2023-02-02|撤销||"]);
    expect(tables.map(({ sheet, left }) => [sheet, left.has("undated")])).toEqual([
      ["一审", false],
      ["二审", true],
    ]);
  });

  it("a ledger of one instance stays one table", async () => {
    const { tables } = await rowsOf(
      `${COURT},一审结果,一审判决日期`,
      "（2023）黔2601行初12号,某甲,某局,处罚,2023-02-01,某院,撤销,2023-05-01",
    );
    expect(tables).toHaveLength(1);
  });
});
