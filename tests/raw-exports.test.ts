/** An export put straight into data/ is told in one message, and the site's own tables never are one. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { Imports } from "../src/exports/answers.ts";
import { importExports } from "../src/exports/import.ts";
import { exportNamed } from "../src/exports/raw.ts";
import { rowNamer } from "../src/exports/row-names.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { KAILI } from "./support/kaili.ts";

const FOLDER = join(import.meta.dirname, "exports");
const SITES = join(import.meta.dirname, "sites");
const SITE = readFileSync(join(KAILI, "site.yaml"));
const PLAN = readFileSync(join(KAILI, "2023/plan.csv"));
const names = readdirSync(FOLDER);

async function named(bytes: Uint8Array | string, path: string): Promise<string | undefined> {
  const [file] = (await memoryFolder({ [path]: bytes }).files())!;
  return (await exportNamed(file!))?.label;
}

async function problemsOf(files: Record<string, Uint8Array | string>) {
  const { problems } = await loadSite(memoryFolder({ "site.yaml": SITE, ...files }), {
    checkOnly: true,
  });
  return problems.filter(({ severity, file }) => severity !== "note" && file !== "site.yaml");
}

describe.each(names)("%s", (name) => {
  const text = readFileSync(join(FOLDER, name), "utf8");

  it("is told in one message, under whatever name and in whatever place", async () => {
    for (const path of ["2024/cases.csv", "2024/complaints.csv", "2024/新建 1.csv", "导出.csv"]) {
      const files = { "2024/plan.csv": PLAN, [path]: text };
      const problems = await problemsOf(files);
      expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual([`raw-export ${path}`]);
      expect(problems[0]!.fix).toContain("npm run import -- ");
      expect(problems[0]!.fix).toContain(path);
    }
  });

  it("is told in another encoding and under titles", async () => {
    const gbk = new Uint8Array(iconv.encode(`某局导出\n\n${text}`, "gb18030"));
    expect(await named(gbk, "2024/a.csv")).toBe(await named(text, "2024/a.csv"));
    expect(await named(gbk, "2024/a.csv")).toBeTruthy();
  });

  it("once imported is none", async () => {
    const [source] = (await memoryFolder({ [name]: text }).files())!;
    const { rows } = await importExports([source!], {
      vocabularies: new Map(),
      imports: new Imports(""),
      year: 2024,
      nameId: rowNamer("a key"),
    });
    for (const years of rows.values()) {
      for (const one of years.values()) {
        expect(await named([...one.csv()].join(""), "2024/a.csv")).toBeUndefined();
      }
    }
  });
});

it("no table of the tests' sites is one, but those that are", async () => {
  const told: string[] = [];
  for (const site of readdirSync(SITES)) {
    for (const file of (await diskFolder(join(SITES, site, "data")).files()) ?? []) {
      if (!file.closed && /\.(?:csv|xlsx?)$/i.test(file.path) && (await exportNamed(file))) {
        told.push(`${site}/${basename(file.path)}`);
      }
    }
  }
  expect(told.filter((file) => !file.startsWith("raw-exports/"))).toEqual([]);
  expect(told).toHaveLength(5);
});

it.each([
  "案件编号,决定书文号,执法领域,案由,立案日期,决定日期,备注甲,备注乙,备注丙,科室,编号2,审批,打印,归档,页数",
  "工单编号,受理日期,渠道,类别,状态,街道,创建人,派单时间,工单状态,办理科室,页数",
  "审核编号,案件编号,审核日期,审核结论,送审时间,承办机构",
])("our labels with columns besides are no export: %s", async (head) => {
  expect(await named(`${head}\n`, "2024/a.csv")).toBeUndefined();
});
