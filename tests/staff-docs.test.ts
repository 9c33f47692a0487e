/** The documents for staff: commands they name exist, messages they quote are said, no programmer's word. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../scripts/lib/places.ts";
import { KINDS } from "../src/ingest/problems/kinds.ts";
import { expectReal } from "./support/our-commands.ts";

const DOCS = ["第一次上线", "每月更新", "每年更新", "改错了怎么办", "常见问题", "网页上改表"];
const SEVERITY = { 错误: "error", 提醒: "warning", 已处理: "note" } as const;

const sources = ["scripts", "src"]
  .flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(?:ts|astro)$/.test(file))
      .map((file) => readFileSync(join(ROOT, room, file), "utf8")),
  )
  .join("\n");

describe.each(DOCS)("%s", (name) => {
  const text = readFileSync(join(ROOT, `docs/${name}.md`), "utf8");

  it("names commands that exist", () => expectReal(text.replaceAll("`", "\n")));

  it("quotes what is really said", () => {
    for (const [, severity = "", rest = ""] of text.matchAll(/【(.+?)】([^：，。\n]*)/g)) {
      // 【错误】 alone speaks of all of them.
      if (rest.startsWith("的") || rest === "") continue;
      const said = Object.values(KINDS).some(
        ([is, label]) => label === rest && is === SEVERITY[severity as keyof typeof SEVERITY],
      );
      expect(said, `【${severity}】${rest}`).toBe(true);
    }
    const quotes = [...text.matchAll(/^ *> (.+)$|写着“([^”]{6,})”/gm)];
    for (const [, block, inline] of quotes) expect(sources).toContain(block ?? inline);
  });

  it("shows pictures that are there, as drawn and not as photographed", () => {
    for (const [, alt, path = ""] of text.matchAll(/!\[(.*?)\]\((.+?)\)/g)) {
      const picture = readFileSync(join(ROOT, "docs", path), "utf8");
      expect(alt, path).not.toBe("");
      expect(picture, path).toContain("示意图，不是真实网页");
      expect(picture.length, path).toBeLessThan(3000);
      expect(text).toContain("示意图");
    }
  });

  it("is short, without a programmer's words", () => {
    expect(text.length).toBeLessThan(2000);
    expect(text).not.toMatch(
      /schema|null|UTF-?8|JSON|\bAPI\b|stdout|commit|branch|正则|字段|解析/i,
    );
  });
});

it("the README leads to each", () => {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  for (const name of DOCS) expect(readme).toContain(`(docs/${name}.md)`);
});
