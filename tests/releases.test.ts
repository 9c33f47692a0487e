/** What was published stays as it was; what was put right since is said, on the old page and on the new. */
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { citation } from "../src/charts/citation.ts";
import { correctionText } from "../src/charts/corrections.ts";
import { charts } from "../src/charts/index.ts";
import { pinnedAddress } from "../src/charts/pinned.ts";
import { givenYears, render } from "../src/charts/render.ts";
import { correctionLog, logLines } from "../src/downloads/correction-log.ts";
import { datasetOf } from "../src/downloads/dataset-ld.ts";
import { formerAddresses } from "../src/downloads/former.ts";
import { lostNames } from "../src/downloads/lost-names.ts";
import { pinnedPages } from "../src/downloads/pinned.ts";
import { changesOf } from "../src/editions/changes.ts";
import { type PublicValue, versionOf } from "../src/editions/define.ts";
import { pinnedHtml } from "../src/editions/pinned.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { loadSite } from "../src/load/load-site.ts";
import { fewBetween } from "../src/moves/between-editions.ts";
import { chartsToEmbed } from "../src/questions/of-site.ts";
import { run, temporaryFolder } from "./support/command.ts";
import { madeSite } from "./support/made-site.ts";

const value = (number: string, more: Partial<PublicValue> = {}): PublicValue => ({
  year: 2023,
  series: "",
  label: "规划建设",
  total: false,
  from: "2023-01-01",
  until: "2023-12-31",
  state: "known",
  value: number,
  precision: "确数",
  unit: "件",
  text: `${number}件`,
  ...more,
});
const unknown = { state: "unknown", precision: "未公布", text: "未公布" };
const few = { state: "suppressed", precision: "少于5", text: "<5件" };
const hidden = { state: "hidden", precision: "隐去", text: "隐去" };
const other = value("7", { label: "燃气" });

describe("a correction is another number of the same thing in the same time", () => {
  test.each<[string, PublicValue[], PublicValue[], number]>([
    ["another number", [value("23")], [value("25")], 1],
    ["the same", [value("23")], [value("23")], 0],
    ["less exact", [value("23")], [value("23", { precision: "至少" })], 1],
    ["another unit", [value("23")], [value("23", { unit: "万元" })], 1],
    ["taken back", [value("23")], [value("", unknown)], 1],
    ["published later", [value("", unknown)], [value("23")], 0],
    ["data up to a later day", [value("23", { until: "2023-09-30" })], [value("25")], 0],
    [
      "of a year that is not over, put right",
      [value("23", { until: "2023-09-30" })],
      [value("25", { until: "2023-09-30" })],
      1,
    ],
    ["hidden to protect people", [value("23")], [value("", hidden)], 0],
    ["hidden no more", [value("", hidden)], [value("23")], 0],
    ["from 1 to 4, told exactly", [value("<5", few)], [value("3")], 0],
    ["from 1 to 4, put right", [value("<5", few)], [value("6")], 1],
    ["from 1 to 4, put right to none", [value("<5", few)], [value("0")], 1],
    ["another in the list", [value("23")], [value("23"), other], 0],
    ["listed no more, all else as it was", [value("23"), other], [value("23")], 0],
    ["listed no more, another changed", [value("23"), other], [value("30")], 2],
    ["called otherwise", [value("23"), other], [value("30"), value("7", { label: "燃气管理" })], 1],
    ["in another order", [value("23"), other], [other, value("23")], 0],
    ["of another year's column", [value("23")], [value("25", { year: 2022 })], 0],
  ])("%s", (_, before, after, count) => {
    expect(changesOf(before, after)).toHaveLength(count);
  });
});

test("a table that is closed by another sum lists one all the same", () => {
  const sum = (number: string, label: string) => value(number, { label, total: true });
  const texts = (before: PublicValue[], after: PublicValue[]) =>
    changesOf(before, after).map((change) => correctionText({ year: 2023, ...change }));
  const [old, right] = [value("23"), value("24")];
  expect(texts([old, sum("40", "合计")], [right, sum("41", "逐行合计")])).toEqual([
    "规划建设由23件改为24件",
    "合计由40件改为逐行合计41件",
  ]);
  expect(texts([old, sum("41", "逐行合计")], [right, sum("40", "合计")])).toContain(
    "逐行合计由41件改为合计40件",
  );
  expect(texts([old, sum("40", "合计")], [right, sum("40", "逐行合计")])).toHaveLength(1);
  expect(texts([old, sum("40", "合计")], [right])).toContain("合计由40件改为不再列出");
  expect(texts([old, other], [right, sum("41", "逐行合计")])).toContain("燃气由7件改为不再列出");
});

test("a version is called by its day, the second of a day by its number too", () => {
  const edition = (version: string) => ({
    version,
    day: version.slice(0, 10),
    states: [],
    withdrawn: [],
  });
  expect(versionOf("2024-02-01", [])).toBe("2024-02-01");
  expect(versionOf("2024-02-01", [edition("2024-02-01")])).toBe("2024-02-01-2");
  const ten = Array.from({ length: 9 }, (_, i) => edition(`2024-02-01-${i + 2}`));
  expect(versionOf("2024-02-01", [edition("2024-02-01"), ...ten])).toBe("2024-02-01-11");
});

describe("between two editions", () => {
  const TICKETS = ["2023-01-05,噪声扰民", "2023-02-06,油烟扰民", "2023-03-07,油烟扰民"];
  const rows = (count: number) =>
    [
      "渠道,受理日期,类别",
      ...Array.from({ length: count }, (_, i) => `12345热线,${TICKETS[i % 3]}`),
    ].join("\n");
  const NOTE = "核对编号,说明,状态,日期\ncomplaints,漏计两件,已更正,2024-03-01\n";
  /** The site of some files, after another was published on 1 February. */
  const after = async (before: Record<string, string>, now: Record<string, string>) => {
    const old = await madeSite(before);
    const states = chartsToEmbed(old).flatMap((one) =>
      givenYears(old, one).map((year) => {
        const { title, content, numbers: values } = render(old, one, year);
        const { id, question } = one;
        const bare = { files: { svg: "", csv: "", json: "" }, embed: "", sheet: "" };
        return {
          id,
          folder: "charts" as const,
          question,
          year: year.year,
          title,
          content,
          values,
          ...bare,
        };
      }),
    );
    const [day, editionDay] = ["2024-02-01", "2024-03-01"];
    const edition = { version: day, day, states, withdrawn: [] };
    const site = { ...(await madeSite(now)), editions: [edition], editionDay };
    const changed = states.flatMap((state) => {
      const one = chartsToEmbed(site).find(({ id }) => id === state.id);
      return one ? [{ rendered: render(site, one, site.latest), before: state }] : [];
    });
    return { site, few: fewBetween(site, changed) };
  };

  test.each<[string, Record<string, string>, Record<string, string>, (boolean | string)[]]>([
    ["nothing", { complaints: rows(90) }, { complaints: rows(90) }, []],
    ["a few more, nothing said", { complaints: rows(90) }, { complaints: rows(92) }, [false]],
    [
      "a few more, and why",
      { complaints: rows(90) },
      { complaints: rows(92), notes: NOTE },
      [true],
    ],
    ["dozens more, few of each kind", { complaints: rows(90) }, { complaints: rows(120) }, []],
    [
      "as many, and one of another channel and kind",
      { complaints: rows(90) },
      {
        complaints: rows(90).replace(
          "12345热线,2023-01-05,噪声扰民",
          "数字城管,2023-01-05,油烟扰民",
        ),
      },
      [false],
    ],
    [
      "as many, and one of another kind",
      { complaints: rows(90) },
      { complaints: rows(90).replace("噪声扰民", "油烟扰民") },
      [],
    ],
    [
      "told apart by one column",
      { cases: "执法领域,件数\n燃气,12\n" },
      { cases: "执法领域,件数\n燃气,14\n" },
      [],
    ],
    [
      "what the report wrote",
      { indicators: "指标编号,指标名称,数值,单位,报告章节\ncomplaints,受理,90,件,一\n" },
      { indicators: "指标编号,指标名称,数值,单位,报告章节\ncomplaints,受理,92,件,一\n" },
      [],
    ],
  ])("%s", async (_, before, now, said) => {
    const files = (of: Record<string, string>) =>
      Object.fromEntries(Object.entries(of).map(([name, text]) => [`2023/${name}.csv`, text]));
    const { few } = await after(files(before), files(now));
    expect(few.map((one) => one.said)).toEqual(said);
  });

  test("what is counted of the same rows, and how all agree, says of whose correction it comes", async () => {
    const said = "指标编号,指标名称,数值,单位,报告章节\ncomplaints,受理,90,件,一\n";
    const files = { "2023/indicators.csv": said };
    const { site } = await after(
      { ...files, "2023/complaints.csv": rows(90) },
      { ...files, "2023/complaints.csv": rows(92), "2023/notes.csv": NOTE },
    );
    const whys = new Map(correctionLog(site).map(({ chart, why }) => [chart.id, why]));
    expect(whys.get("complaints-by-channel")).toBe("漏计两件");
    expect(whys.get("complaints-by-category")).toBe("同一张表里“受理诉求工单”的更正，漏计两件");
    expect(whys.get("consistency")).toBe("“受理诉求工单”的更正，漏计两件");
    expect([...whys.values()]).not.toContain("");
  });
});

describe("what notes.csv says was put right before any version was kept", () => {
  const ROWS = "案件编号,立案日期,执法领域\nA1,2023-02-01,燃气\nA2,2023-03-01,燃气\n";
  const SAID = "指标编号,指标名称,数值,单位,报告章节\ncases,办理案件,3,件,一\n";
  const HEAD = "核对编号,说明,状态,日期,为准的数";
  test.each<[string, Record<string, string>, string, string | null, string[]]>([
    ["nothing", {}, "", null, []],
    ["a figure", {}, "cases-by-field,漏计两件,已更正,2024-03-05,", "2024-03-05", ["漏计两件。"]],
    [
      "a figure twice",
      {},
      "cases-by-field,漏计两件,已更正,2024-03-05,\ncases-by-field,又漏一件,已更正,2024-04-01,",
      "2024-04-01",
      ["又漏一件。", "漏计两件。"],
    ],
    ["another figure", {}, "complaints,漏计两件,已更正,2024-03-05,", null, ["漏计两件。"]],
    ["a finding", { indicators: SAID }, "cases-rows,漏报,已更正,2024-02-18,2", "2024-02-18", []],
    [
      "a finding, no number",
      { indicators: SAID },
      "cases-rows,漏报,已更正,2024-02-18,",
      "2024-02-18",
      [],
    ],
    ["only explained", { indicators: SAID }, "cases-rows,漏报,已说明,2024-02-18,2", null, []],
  ])("%s", async (name, files, note, day, log) => {
    const id = name.startsWith("a finding") || name.startsWith("only") ? "cases" : "cases-by-field";
    const texts = { cases: ROWS, ...files, notes: `${HEAD}\n${note}\n` };
    const site = await madeSite(
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [`2023/${key}.csv`, text])),
    );
    const shown = chartsToEmbed(site).filter((one) => one.figures.includes(id));
    const chart = shown.find((one) => one.id === "cases-by-field") ?? shown[0]!;
    const rendered = render(site, chart, site.latest);
    expect(rendered.corrected).toBe(day);
    const cited = citation(site, site.latest, rendered, "https://x/");
    expect(cited.includes(`(${day})`)).toBe(day !== null);
    const ld = datasetOf(site, site.latest, rendered, "");
    expect(ld.dateModified ?? null).toBe(day);
    expect(logLines(site).map(({ text }) => text)).toEqual(log);
    const said = rendered.view.notes.filter((one) => one.startsWith("已更正（"));
    expect(said).toHaveLength(name.startsWith("a figure") ? log.length : 0);
  });
});

describe("published, put right, built again", () => {
  const folder = temporaryFolder();
  const data = join(folder, "data");
  const dist = join(folder, "dist");
  const write = (files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(data, path)), { recursive: true });
      writeFileSync(join(data, path), text);
    }
  };
  const read = (path: string) => readFileSync(join(dist, path), "utf8");
  const kept = (version: string, name: string) =>
    JSON.parse(
      gunzipSync(readFileSync(join(data, "releases", version, `${name}.json.gz`))).toString(),
    );
  const siteOf = async (editionDay: string | null = null) => {
    const { site, problems } = await loadSite(diskFolder(data), { editionDay });
    if (!site) throw new Error(problems.map(({ why }) => why).join());
    return site;
  };
  const chart = charts.find(({ id }) => id === "cases-by-field")!;
  const CASES = "执法领域,件数\n规划建设,23\n燃气,12\n";
  const RIGHT = "执法领域,件数\n规划建设,25\n燃气,12\n";
  const PINNED = "r/2024-02-01/cases-by-field/2023/";

  beforeAll(async () => {
    write({
      "site.yaml":
        "数据性质: 正式\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n网址: https://qinglan.example.cn/sj/\n",
      "vocabularies.yaml": "执法领域:\n  规划建设:\n  燃气:\n",
      "2023/cases.csv": CASES,
    });
    const { code, stdout, stderr } = await run("release", ["--data", data], {
      SITE_TODAY: "2024-02-01",
    });
    expect(code, stdout + stderr).toBe(0);
    expect(stdout).toContain("写好了版本 2024-02-01");
    expect(stdout).toContain("下一步：提交");
    const pages = readFileSync(join(data, "releases/pages.txt"), "utf8").split("\n");
    expect(pages).toContain("figures/cases-by-field/");
    expect(pages.filter((page) => /^(?:embed|r)\/|^$|\.html/.test(page))).toEqual([""]);
    expect(stdout).toContain(`记下了 ${pages.length - 1} 个网址`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("what cannot be released names the releases, and no folder that only we know of", async () => {
    const broken = temporaryFolder();
    cpSync(data, broken, { recursive: true });
    writeFileSync(join(broken, "2023/cases.csv"), "执法领域,件数\n燃气,二十x\n");
    const { code, stdout, stderr } = await run("release", ["--data", broken]);
    rmSync(broken, { recursive: true, force: true });
    expect(code).toBe(1);
    expect(stdout).toContain("releases 没有变");
    expect(stdout + stderr).not.toMatch(/release-\w{6}\/|\/site /);
  });

  test("what says the same is not published again, and has a pinned address", async () => {
    const site = await siteOf();
    const rendered = render(site, chart, site.latest);
    expect(pinnedAddress(site, rendered)).toBe(PINNED);
    expect(rendered.view.notes.join()).not.toContain("已更正");
    expect(correctionLog(site)).toEqual([]);
    expect(kept("2024-02-01", "cases-by-field-2023").files.csv).toContain("规划建设");
  });

  test("the reason is written, or it is said that none was", async () => {
    write({ "2023/cases.csv": RIGHT });
    const site = await siteOf("2024-03-08");
    const [entry] = correctionLog(site).filter((one) => one.chart.id === chart.id);
    expect(entry).toMatchObject({ year: 2023, day: "2024-03-08", why: "" });
    expect(render(site, chart, site.latest).view.notes.join()).toContain(
      "已更正（2024年3月8日）：规划建设由23件改为25件；合计由35件改为37件。",
    );
    expect(pinnedAddress(site, render(site, chart, site.latest))).toBeNull();
  });

  test("data up to a later day are no correction", async () => {
    write({ "2023/cases.csv": CASES });
    const site = await siteOf();
    const state = site.editions[0]!.states.find(({ id }) => id === chart.id)!;
    const earlier = state.values.map((one) => ({ ...one, until: "2023-09-30", value: "1" }));
    const edition = { ...site.editions[0]!, states: [{ ...state, values: earlier }] };
    expect(correctionLog({ ...site, editions: [edition] })).toEqual([]);
  });

  test("an address once given out does not end", async () => {
    const site = await siteOf();
    const edition = site.editions[0]!;
    const gone = { ...edition.states[0]!, id: "of-old", folder: "charts" as const, year: 2022 };
    const renamed = { ...site, config: { ...site.config, renamed: { "by-field": chart.id } } };
    const addresses = formerAddresses({
      ...renamed,
      editions: [{ ...edition, states: [...edition.states, gone] }],
    });
    expect([...addresses].map(([address, { kind }]) => `${address} ${kind}`)).toEqual([
      "embed/by-field embed",
      "embed/by-field/2023 embed",
      "charts/by-field page",
      "charts/by-field/2023 page",
      "embed/of-old gone",
      "embed/of-old/2022 gone",
      "charts/of-old gone",
      "charts/of-old/2022 gone",
    ]);
    expect(formerAddresses(site).size).toBe(0);
  });

  test("where a year alone is no more, nobody reads that the chart is", async () => {
    const site = await siteOf();
    const edition = site.editions[0]!;
    const state = edition.states.find(({ id }) => id === chart.id)!;
    const older = {
      ...edition,
      states: [
        { ...state, year: 2022 },
        { ...state, id: "of-old" },
      ],
    };
    const of = { ...site, editions: [older] };
    const texts = [...formerAddresses(of)].map(([address, what]) =>
      what.kind === "gone" ? `${address} ${what.text}` : address,
    );
    expect(texts).toContain(
      `embed/cases-by-field/2022 “${chart.question}”这张图2022年的数已经不再公布，别的年度还有。`,
    );
    expect(texts).toContain(`embed/of-old “${chart.question}”这张图已经不再公布。`);
    const lines = pinnedPages(of).map(({ props }) => props.line);
    expect(lines[0]).toMatchObject({
      text: "这张图2022年的数已经不再公布，别的年度还有。现在的：",
      href: "../../../../charts/cases-by-field/",
    });
    expect(lines[1]!.text).toBe("本站现在没有这张图了。");
    // What was taken back leads to what stands now, whatever that says.
    const back = [chart.id, "of-old"].map((id) => ({ id, year: 2023 }));
    const withdrawn = pinnedPages({
      ...site,
      editions: [{ ...edition, states: [], withdrawn: back }],
    });
    expect(withdrawn.map(({ props }) => props.line!.href)).toEqual([
      "../../../../charts/cases-by-field/2023/",
      "../../../../",
    ]);
  });

  test("an id that leads nowhere is told, with the one that is meant", async () => {
    const site = await siteOf();
    const told = (renamed: Record<string, string>) =>
      lostNames({ ...site, config: { ...site.config, renamed } });
    expect(told({ old: chart.id, older: "old", oldest: "older" })).toEqual([]);
    expect(told({ old: "case-by-field" }).join()).toContain("是不是“cases-by-field”？");
    expect(told({ old: "nothing-at-all" }).join()).toContain("“old”的旧网址打不开");
    expect(told({ old: "older", older: "old" })).toHaveLength(2);
    expect(told({ [chart.id]: "papers" }).join()).toContain("这一行不起作用");
  });

  test("the old page stays with a line more, the new one is marked, the log says what and why", async () => {
    write({
      "2023/cases.csv": RIGHT,
      "2023/notes.csv": "核对编号,说明,状态,日期\ncases-by-field,漏计两件,已更正,2024-03-05\n",
      "site.yaml": `${readFileSync(join(data, "site.yaml"), "utf8")}改过编号的图: { by-field: cases-by-field }\n`,
    });
    const listed = join(data, "releases/pages.txt");
    const lost = ["figures/of-old/", "streets/chengdong/2022/", "../outside/", "no.html", "x y/"];
    writeFileSync(listed, `${readFileSync(listed, "utf8")}${lost.join("\r\n")}`);
    const { code, stdout, stderr } = await run("build", ["--data", data, "--out", dist]);
    expect(code, stdout + stderr).toBe(0);
    // A page that is no more has a sentence, and the way to what stands above it.
    for (const [address, up] of [
      ["figures/of-old/", "../"],
      ["streets/chengdong/2022/", "../../../"],
    ] as const) {
      const page = read(`${address}index.html`);
      expect(page).toContain("这一页已经不再公布。");
      expect(page).toContain(`<a href="${up}">`);
      expect(page).toContain("noindex");
      expect(existsSync(join(dist, address, up, "index.html"))).toBe(true);
      expect(read("sitemap.xml")).not.toContain(address);
    }
    expect(existsSync(join(dist, "../outside"))).toBe(false);

    const site = await siteOf();
    const state = site.editions[0]!.states.find(({ id }) => id === chart.id)!;
    const page = read(`${PINNED}index.html`);
    const line =
      /<p class="src">更正：这一版发布以后，有2个数改过，以现在的为准：<a href="([^"]+)"[^>]*>[^<]*<\/a><\/p>/;
    expect(page).toMatch(line);
    expect(page.replace(line, "")).toBe(pinnedHtml(state, null));
    expect(page).toContain("23件");
    const href = line.exec(page)![1]!;
    const live = new URL(href, `https://x/${PINNED}`).pathname.slice(1);
    expect(live).toBe("charts/cases-by-field/2023/");
    for (const format of ["svg", "csv", "json"] as const)
      expect(read(`${PINNED}cases-by-field-2023.${format}`)).toBe(state.files[format]);
    // One that was not touched says nothing.
    expect(read("r/2024-02-01/papers/2023/index.html")).not.toContain("更正");

    for (const address of [
      `${live}index.html`,
      "embed/cases-by-field/index.html",
      "charts/cases-by-field/cases-by-field-2023.svg",
    ])
      expect(read(address).replace(/<[^>]+>/g, ""), address).toContain("已更正（2024年3月5日）");
    const log = read("corrections/index.html").replace(/<[^>]+>/g, "");
    expect(log).toContain("规划建设由23件改为25件");
    expect(log).toContain("原因：漏计两件。");
    expect(read("feed.xml")).toContain("corrections/#c-2024-03-05-cases-by-field-2023");
    // The citation names an address that is there.
    expect(read(`${live}index.html`)).toContain(
      "https://qinglan.example.cn/sj/charts/cases-by-field/2023/",
    );
    // What has not changed since offers its own lasting address.
    expect(read("questions/papers/2023/index.html")).toContain(
      'href="../../../r/2024-02-01/papers/2023/"',
    );
    // Old addresses show the chart, its files too.
    expect(read("embed/by-field/2023/index.html")).toContain("25件");
    expect(read("embed/by-field/2023/oembed.json")).toBe(
      read("embed/cases-by-field/2023/oembed.json"),
    );
    expect(read("charts/by-field/by-field-2023.csv")).toBe(
      read("charts/cases-by-field/cases-by-field-2023.csv"),
    );
    // Beside the version the sheets that its embeds share.
    const beside = readdirSync(join(data, "releases")).filter((name) => !name.endsWith(".css"));
    expect(beside.sort()).toEqual(["2024-02-01", "pages.txt"]);
  });

  test("every file of the site is in the manifest with its sum, and a changed one is named", async () => {
    const manifest = JSON.parse(read("manifest.json"));
    const files = readdirSync(dist, { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => !/(^|\/)\./.test(file) && statSync(join(dist, file)).isFile());
    const listed = manifest.outputs.map(({ path }: { path: string }) => path);
    expect(listed.toSorted()).toEqual(files.filter((file) => file !== "manifest.json").sort());
    const sums = Object.fromEntries(
      manifest.inputs.map((one: { path: string; sha256: string }) => [one.path, one.sha256]),
    );
    // A sum of rows that are not public would tell whether a guess of them is right.
    expect(sums).toMatchObject({ "2023/cases.csv": null, "vocabularies.yaml": null });
    const notes = readFileSync(join(data, "2023/notes.csv"));
    expect(sums["2023/notes.csv"]).toBe(createHash("sha256").update(notes).digest("hex"));

    const whole = await run("verify", [dist, "--files"]);
    expect(whole.code).toBe(0);
    // As all builds of the tests.
    expect(whole.stdout).toContain("图片都是空白的，这个网站不能发布");
    writeFileSync(join(dist, "about/index.html"), "改过");
    writeFileSync(join(dist, "extra.html"), "多的");
    rmSync(join(dist, "data/index.html"));
    const { code, stdout } = await run("verify", [dist, "--files"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /不一样：about\/index\.html\n.*缺少：data\/index\.html\n.*多出：extra\.html/,
    );
  });
});
