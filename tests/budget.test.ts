/** What pages of both sites may weigh: bytes of the page and its style as transferred, held by budget.json. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { weigh } from "../scripts/lib/weigh.ts";
import { topics } from "../src/topics/index.ts";
import { SITES } from "./support/sites.ts";

type Kind = "home" | "topic" | "embed" | "page";
const budget: Record<Kind, number> = JSON.parse(
  readFileSync(join(import.meta.dirname, "budget.json"), "utf8"),
);

/** Of any year. */
function kindOf(address: string): Kind {
  const path = address.replace(/\d{4}\/$/, "");
  if (address === "" || (path === "questions/" && path !== address)) return "home";
  if (topics.some(({ id }) => path === `${id}/`)) return "topic";
  return address.startsWith("embed/") ? "embed" : "page";
}

describe.each(SITES)("$name", async ({ folder }) => {
  const weights = Map.groupBy((await weigh(folder)).pages, ({ address }) => kindOf(address));

  test.each(Object.entries(budget) as [Kind, number][])(
    "every %s weighs at most %i bytes",
    (kind, most) => {
      const pages = weights.get(kind) ?? [];
      expect(pages.length).toBeGreaterThanOrEqual({ home: 1, topic: 5, embed: 32, page: 60 }[kind]);
      expect(pages.filter(({ bytes }) => bytes > most)).toEqual([]);
      // A page of nothing is no success.
      expect(pages.filter(({ bytes }) => bytes < 500)).toEqual([]);
    },
  );
});
