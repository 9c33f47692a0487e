/** Several tables below one another in one sheet or file: each is read as what it is. */
import { expect, it } from "vitest";
import { Imports } from "../src/exports/answers.ts";
import { importExports } from "../src/exports/import.ts";
import { rowNamer } from "../src/exports/row-names.ts";
import { memoryFolder } from "../src/ingest/folder.ts";

const TICKETS = "工单编号,来电人,创建时间,被反映街道,三级问题分类,工单状态";
const ticket = (n: number) => `QC${n},欧阳某,2025-03-0${n},甲街,占道,已办结`;
const PENALTIES =
  "行政相对人名称,行政相对人类别,行政处罚决定书文号,违法行为类型,处罚类别,罚款金额,处罚决定日期,公示截止期";
const penalty = (n: number) =>
  `上官某,自然人,青罚〔2025〕${n}号,占道,罚款,0.${n},2025-04-0${n},2026-04-0${n}`;
const STAFF = "姓名,性别,单位,职务,处罚机关,联系电话,违法行为类型,处罚类别,案由,当事人名称";

const CASES: Readonly<
  Record<string, readonly [lines: readonly string[], read: readonly string[]]>
> = {
  "a table of another system, under its title and unit": [
    [
      "一、工单",
      TICKETS,
      ticket(1),
      ticket(2),
      "",
      "二、处罚",
      "单位：万元",
      PENALTIES,
      penalty(1),
    ],
    ["complaints 2", "cases 1 罚款1000"],
  ],
  "directly below": [
    [PENALTIES.replace("罚款金额", "罚款金额（元）"), penalty(3), TICKETS, ticket(1)],
    ["cases 1 罚款0.3", "complaints 1"],
  ],
  "a head repeated on each page begins nothing": [
    [TICKETS, ticket(1), TICKETS, ticket(2)],
    ["complaints 2"],
  ],
  "of the same system, with other heads": [
    [
      TICKETS,
      ticket(1),
      "",
      TICKETS.replace("来电人,", "").replace("创建时间", "派单时间"),
      "QC2,2025-03-02,乙街,占道,已办结",
    ],
    ["complaints 1", "complaints 1"],
  ],
  "what is no export takes no row of the table above": [
    [TICKETS, ticket(1), "", STAFF, "张某,男,局,科员,局,139,占道,罚款,占道,李某"],
    ["complaints 1"],
  ],
};

it.each(Object.entries(CASES))("%s", async (_, [lines, read]) => {
  const files = memoryFolder({ "导出.csv": lines.join("\n") }).files();
  const { tables, rows } = await importExports((await files)!, {
    vocabularies: new Map(),
    imports: new Imports("渠道: 12345热线\n"),
    nameId: rowNamer("a key of the tests"),
    whole: { 渠道: "12345热线" },
  });
  const said = tables.flatMap(({ recognised, years, sums }) => {
    const count = [...years.values()].reduce((all, n) => all + n, 0);
    const fines = sums.get("罚款金额");
    const sum = fines ? ` 罚款${fines.replaceAll(",", "")}` : "";
    return recognised && count > 0 ? [`${recognised.system.of.dataset.id} ${count}${sum}`] : [];
  });
  expect(said).toEqual(read);
  const written = [...rows.values()].flatMap((years) =>
    [...years.values()].flatMap((y) => [...y.csv()]),
  );
  expect(written.join("")).not.toMatch(/欧阳|上官|张某|李某/);
});
