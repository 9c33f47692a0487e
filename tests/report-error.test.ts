/** A reader who finds an error is told where to say so, and of which number; never what only staff know. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { channelsOf, letterAbout } from "../src/site/reporting.ts";
import { addressesOf, fileOf } from "./support/browser.ts";
import { built } from "./support/built.ts";

const contact = { address: "", phone: "", email: "", hours: "", report: "" };
const FOLDERS = ["real", "demo"] as const;

describe("ways to report", () => {
  test("none is invented", () => expect(channelsOf({ contact })).toEqual([]));

  test("all that are given, with the hours of the telephone", () => {
    const given = {
      report: "https://example.gov.cn/jc",
      email: "fz@example.gov.cn",
      phone: "0855-1234567",
      hours: "工作日9:00—17:00",
      address: "某路1号",
    };
    expect(channelsOf({ contact: given }).map(({ label, value }) => `${label}${value}`)).toEqual([
      "网上https://example.gov.cn/jc",
      "邮箱fz@example.gov.cn",
      "电话0855-1234567（工作日9:00—17:00）",
      "地址某路1号",
    ]);
    expect(channelsOf({ contact: { ...contact, hours: "工作日" } })).toEqual([]);
  });

  test("a letter holds the number's id, whatever its name holds", () => {
    const about = { id: "own-1", label: `“甲”&乙?body=x\r\nBcc: 别人`, year: 2023, shown: "6余件" };
    expect(letterAbout({ contact }, about)).toBeNull();
    const letter = letterAbout({ contact: { ...contact, email: "a@b.cn" } }, about)!;
    const url = new URL(letter);
    expect(url.pathname).toBe("a@b.cn");
    expect([...url.searchParams.keys()]).toEqual(["subject", "body"]);
    expect(url.searchParams.get("subject")).toContain("（own-1）");
    expect(url.searchParams.get("body")).toContain("网页上写的：6余件");
    expect(letter).not.toMatch(/[\r\n]/);
  });
});

describe.each(FOLDERS)("the %s site", async (name) => {
  const folder = await built(name);
  const documentOf = (address: string) => {
    const html = readFileSync(join(folder, fileOf(address)), "utf8");
    return (parseHTML(html) as unknown as { document: Document }).document;
  };

  test("no channel was given, and it says so", () => {
    const text = documentOf("report-error/").querySelector("main")?.textContent ?? "";
    expect(text).toContain("还没有公布报告差错的网址、邮箱或者电话");
  });

  test("every number and every chart has a link to its own place there", () => {
    const ids = new Set(
      [...documentOf("report-error/").querySelectorAll("li[id]")].map((li) => li.id),
    );
    const own = addressesOf(folder).filter((address) =>
      /^(?:figures|charts)\/[^/]+\/$/.test(address),
    );
    expect(own.length).toBeGreaterThan(60);
    for (const address of own) {
      const links = [...documentOf(address).querySelectorAll('a[href*="report-error/#"]')];
      expect(links, address).toHaveLength(1);
      const id = links[0]!.getAttribute("href")!.split("#")[1]!;
      expect(ids, address).toContain(id);
      const [kind, name] = address.split("/");
      expect(id).toBe(kind === "charts" ? `chart-${name}` : name);
    }
  });

  test("the ids are shown when they are asked for, that of the number one comes from at once", () => {
    const document = documentOf("report-error/");
    const list = document.querySelector("ul#ids")!;
    expect(list.querySelectorAll("li[id]").length).toBeGreaterThan(100);
    expect(document.querySelector('main a[href="#ids"]')?.textContent).toMatch(
      /^列出\d+个数字和\d+张图的编号$/,
    );
    // By the address alone, which every browser knows.
    expect(document.querySelector("main style")?.textContent).toContain(
      "#ids:not(:target)>li:not(:target){display:none}",
    );
  });

  test("every page leads there", () => {
    for (const address of addressesOf(folder)) {
      if (address.startsWith("embed/") || address === "404.html") continue;
      const html = readFileSync(join(folder, fileOf(address)), "utf8");
      const { document } = parseHTML(html.slice(html.lastIndexOf("<footer")));
      const link = document.querySelector('footer a[href$="report-error/"]');
      expect(link?.textContent, address).toBe("报告差错");
    }
  });

  test("nothing that only staff know stands on a page or in a download", () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (file) =>
        /\.(?:html|csv|json|svg|txt)$/.test(file) && !/^(?:staff\/|verify\/|manifest)/.test(file),
    );
    const told = files.filter((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      return /\.ya?ml|npm (?:run|test|ci)|report\.md/.test(text);
    });
    expect(told).toEqual([]);
    expect(files.length).toBeGreaterThan(200);
  });
});
