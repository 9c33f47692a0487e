/** What is taken of a chart as a whole, and the picture that a shared page shows. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { PICTURES } from "../src/charts/pictures/kinds.ts";
import { built } from "./support/built.ts";

const BASE = "https://demo.example/yzjt/";

test("the ZIP of a chart holds its files, and all that is to be known of them", async () => {
  const folder = await built("bureaus/district-transport");
  const at = join(folder, "charts/licences-by-outcome");
  const files = unzipSync(readFileSync(join(at, "licences-by-outcome-2023.zip")));
  const names = ["csv", "json", "svg"].map((format) => `licences-by-outcome-2023.${format}`);
  expect(Object.keys(files).sort()).toEqual(
    ["README.txt", ...names, "licences-by-outcome-2023.png"].sort(),
  );
  for (const name of names)
    expect(Buffer.from(files[name]!).equals(readFileSync(join(at, name))), name).toBe(true);
  const said = strFromU8(files["README.txt"]!);
  for (const part of [
    "演示数据",
    "年度：2023年度",
    "计量单位：",
    "来源：",
    "【怎样数】",
    "依据：",
    "【核对发现】",
    "【数字写法】",
    "【数据许可】",
    "【引用格式】",
    `${BASE}charts/licences-by-outcome/2023/`,
  ])
    expect(said).toContain(part);
  expect(said).not.toMatch(/undefined|\[object|\u200b/);
});

test.each([
  ["index.html", "questions/2023/card.png"],
  ["charts/licences-by-outcome/index.html", "charts/licences-by-outcome/2023/card.png"],
  ["charts/licences-by-outcome/2023/index.html", "charts/licences-by-outcome/2023/card.png"],
  ["questions/papers/2023/index.html", "questions/papers/2023/card.png"],
])("%s is shared with its picture", async (page, picture) => {
  const folder = await built("bureaus/district-transport");
  const { document } = parseHTML(readFileSync(join(folder, page), "utf8"));
  const meta = (name: string) =>
    document
      .querySelector(`meta[property="${name}"], meta[name="${name}"]`)
      ?.getAttribute("content");
  expect(existsSync(join(folder, picture))).toBe(true);
  for (const name of ["og:image", "twitter:image"]) expect(meta(name)).toBe(`${BASE}${picture}`);
  expect(meta("twitter:card")).toBe("summary_large_image");
  expect([meta("og:image:width"), meta("og:image:height")]).toEqual(["1200", "630"]);
  for (const name of ["og:image:alt", "twitter:image:alt"]) {
    expect(meta(name)!.length).toBeGreaterThan(8);
    expect(meta(name)).not.toMatch(/undefined|\u200b/);
  }
});

test("a chart's page links every picture of its year, and the ZIP", async () => {
  const folder = await built("bureaus/district-transport");
  const page = readFileSync(join(folder, "charts/licences-by-outcome/index.html"), "utf8");
  const { document } = parseHTML(page);
  const links = [...document.querySelectorAll("main a[download]")].map((one) => ({
    href: one.getAttribute("href")!,
    name: one.getAttribute("download")!,
  }));
  for (const name of Object.keys(PICTURES)) {
    const link = links.find(({ href }) => href === `2023/${name}.png`);
    expect(link?.name).toMatch(new RegExp(`licences-by-outcome-${name}-2023\\.png$`));
  }
  expect(links.some(({ href }) => href === "licences-by-outcome-2023.zip")).toBe(true);
  const icon = document.querySelector('link[rel="apple-touch-icon"]')!.getAttribute("href")!;
  expect(existsSync(join(folder, "charts/licences-by-outcome", icon))).toBe(true);
});
