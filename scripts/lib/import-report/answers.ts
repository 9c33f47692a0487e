/** The one command that answers all that an import asks. */
import { bareLabel } from "../../../src/exports/answers.ts";
import type { Imported } from "../../../src/exports/importing.ts";
import type { TableReport } from "../../../src/exports/table-report.ts";
import { cut } from "../../../src/text/cut.ts";
import { printable } from "../places.ts";
import { LISTED } from "./tables.ts";

/** One command that answers all that keeps the rows from being certain; empty where nothing does. */
export function answersText({ tables }: Imported): string {
  const unsure = tables.some(
    ({ recognised, lookedAt }) => recognised && !recognised.certain && !lookedAt,
  );
  const untold = new Set(tables.flatMap((table) => table.untold?.label ?? []));
  const asked = [...new Set(tables.flatMap(wordsAsked))];
  const heads = [...new Set(tables.flatMap(headsAsked))];
  const bodies = [...new Set(tables.flatMap(bodiesAsked))];
  const files = new Set(tables.map(({ file }) => printable(file)));
  // Rows whose day has no year are of the year of the others, as far as those are of one.
  const isUndated = tables.some(({ left }) => left.has("undated"));
  const years = new Set(tables.flatMap((table) => [...table.years.keys()]));
  const year = years.size === 1 ? [...years][0] : "…";
  const answers = [
    ...(isUndated ? [`--year ${year}`] : []),
    ...[...untold].map((label) => `--set ${label}=…`),
    ...heads.map((head) => `--head ${head}`),
    ...asked.map((word) => `--word ${word}`),
    ...bodies.map((name) => `--body ${inShell(`${name}=…`)}`),
    ...(unsure ? ["--confirm"] : []),
  ];
  if (answers.length === 0) return "";
  const fill = /…/.test(answers.join("")) ? "，“…”处填上" : "";
  return `核对无误${fill}、不是的一段删去，用这一条答完，下次不再问：npm run import -- ${[...files, ...answers].join(" ")}`;
}

/** Heads that are asked: an amount in one of two units, one that may be a column. */
function headsAsked({ recognised }: TableReport): string[] {
  return (recognised?.left ?? []).flatMap(({ head, maybe: [label, second] }) => {
    if (!label) return [];
    if (second && bareLabel(label) === bareLabel(second)) {
      return [`${inShell(head)}=${bareLabel(label)}（…）`];
    }
    return second ? [] : [`${inShell(head)}=${label}`];
  });
}

/** An argument as it can be typed. */
function inShell(text: string): string {
  return /^[\p{L}\d_=…（）-]+$/u.test(text) ? text : `'${printable(text).replaceAll("'", "")}'`;
}

/** Bodies of which nobody knows whether they are the bureau. */
function bodiesAsked({ others }: TableReport): string[] {
  return [...(others?.rows.keys() ?? [])].slice(0, LISTED);
}

/** 状态=3=…: what a person knows and no list of words. A new word of the bureau's own belongs in vocabularies.yaml. */
function wordsAsked({ words }: TableReport): string[] {
  return [...words.values()].flatMap(({ label, unknown }) => {
    return [...unknown].slice(0, LISTED).flatMap(([text, { proposal, isFixed }]) => {
      if (!isFixed || cut(text, 20) !== text || /[='…]/.test(text)) return [];
      return [inShell(`${label}=${text}=${proposal ?? "…"}`)];
    });
  });
}
