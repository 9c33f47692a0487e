/** The SVG files outside a browser: nothing in them that a program for drawings or documents does not know. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { textWidth, wrap } from "../src/charts/forms/svg.ts";
import { charts } from "../src/charts/index.ts";
import { render } from "../src/charts/render.ts";
import { standaloneSvg } from "../src/charts/standalone.ts";
import { built } from "./support/built.ts";
import { madeSite } from "./support/made-site.ts";
import { SITES } from "./support/sites.ts";

const picturesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /^(?:charts|questions).*\.svg$/.test(file))
    .map((file) => ({ file, svg: readFileSync(join(folder, file), "utf8") }));

const COLOUR = /^(?:#[0-9a-f]{3}|#[0-9a-f]{6}|none|currentColor)$/i;

test.each(SITES)(
  "$name: colours are colours, fonts are named, nothing waits for a style sheet",
  ({ folder }) => {
    const pictures = picturesOf(folder);
    expect(pictures.length).toBeGreaterThan(20);
    for (const { file, svg } of pictures) {
      expect(svg, file).not.toMatch(/<style|var\(|undefined|\bclass=|\bstyle=/);
      expect(svg.match(/<svg/g), file).toHaveLength(1);
      expect(svg, file).toMatch(
        /^<svg xmlns="[^"]+" viewBox="0 0 \d+ \d+" width="\d+" height="\d+" role="img" font-family="[^"]*Noto Sans CJK SC[^"]*"[^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc>/,
      );
      const colours = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour!);
      expect(
        colours.filter((colour) => !COLOUR.test(colour)),
        file,
      ).toEqual([]);
    }
  },
);

test("a picture says that numbers disagree, and where it is from", async () => {
  const site = await madeSite(
    {
      "2023/cases.csv": "案件编号,立案日期,执法领域\nA1,2023-02-01,燃气\nA2,2023-03-01,燃气\n",
      "2023/indicators.csv":
        "指标编号,指标名称,数值,单位,栏目,上级指标,关系,报告章节,说明\ncases,办理案件,3,件,案件,,,一(一),\n",
    },
    '网址: https://a.example/x\n统一颜色: "#7a1f1f"\n',
  );
  const pictures = charts.map((chart) => {
    const rendered = render(site, chart, site.latest);
    return { rendered, svg: standaloneSvg(site, rendered) };
  });
  for (const { rendered, svg } of pictures)
    expect(svg.includes("核对发现：未核定"), rendered.chart.id).toBe(!!rendered.view.finding);
  const field = pictures.find(({ rendered }) => rendered.chart.id === "cases-by-field")!;
  const words = field.svg.replace(/<[^>]+>/g, "");
  expect(words).toContain("https://a.example/x/charts/cases-by-field/2023/");
  expect(pictures.some(({ svg }) => svg.includes("#7a1f1f"))).toBe(true);
});

test("a chart's page names its oEmbed, as JSON and as XML, of its year", async () => {
  const folder = await built("bureaus/district-transport");
  const base = "https://demo.example/yzjt/";
  const page = readFileSync(join(folder, "charts/licences-by-outcome/2023/index.html"), "utf8");
  const found = [...page.matchAll(/type="([a-z]+\/[a-z]+)\+oembed" [^>]*href="([^"]+)"/g)];
  expect(found.map(([, type]) => type)).toEqual(["application/json", "text/xml"]);
  const [json, xml] = found.map(([, , href]) =>
    readFileSync(join(folder, href!.slice(base.length)), "utf8"),
  );
  const said = JSON.parse(json!);
  expect(said).toMatchObject({ version: "1.0", type: "rich", provider_url: base });
  expect(said.html).toContain(`<iframe src="${base}embed/licences-by-outcome/2023/"`);
  expect(said.html).toContain(`height="${said.height}"`);
  expect(said.title).toMatch(/^演示数据：/);
  for (const [name, value] of Object.entries(said)) {
    const text = String(value).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
    expect(xml).toContain(`<${name}>${text.replace(/"/g, "&quot;")}</${name}>`);
  }
});

test("a line ends with nothing that opens, and parts no section from its part", () => {
  const text =
    "来源：2024年度报告，一（四）、三（二）；2024年逐行数据：诉讼（litigation.csv）、“案件”（cases.csv）";
  for (let width = 60; width < 700; width += 7) {
    const lines = wrap(text, width, 16);
    expect(lines.join("")).toBe(text);
    for (const line of width < 160 ? [] : lines) {
      expect(line).not.toMatch(/[（《“]$|三$/);
      expect(textWidth(line, 16)).toBeLessThanOrEqual(width + 32);
    }
  }
});
