/** One word of vocabularies.yaml: its other writings, and what it is (归类). */
import type { Column } from "../../datasets/define.ts";
import { kindOf, NO_OWN_KINDS } from "../../datasets/kinds.ts";
import { cut } from "../../text/cut.ts";
import { listText } from "../../text/format.ts";
import { KIND, ways } from "../cells/kind-ways.ts";
import { nearest } from "../text/nearest.ts";
import { tidy, wordKey } from "../text/tidy.ts";

const WRITINGS = "别的写法";
/** What a word is called in the address of its page. */
export const ADDRESS = "编号";

interface Entry {
  writings: readonly string[];
  kind?: string;
  address?: string;
}

interface Wrong {
  why: string;
  fix?: string;
}

/** What stands behind a word: nothing, `[别的写法]`, or `{ 归类: 工单, 别的写法: [热线] }`. */
export function entryOf(word: string, said: unknown, column: Column | undefined): Entry | Wrong {
  if (isBlank(said)) return { writings: [] };
  if (isList(said)) return { writings: said };
  if (typeof said === "string" && column?.kinds) {
    return {
      why: `“${cut(said, 40)}”是归类还是别的写法，看不出来`,
      fix: `归类写成${listText(ways(word, column), "或")}；别的写法放在方括号里，写成“${cut(word, 40)}: [${cut(said, 40)}]”`,
    };
  }
  if (typeof said !== "object" || Array.isArray(said)) {
    return { why: "词后面的别的写法要放在方括号里" };
  }
  const {
    [KIND]: kind,
    [WRITINGS]: writings,
    [ADDRESS]: address,
    ...rest
  } = said as Record<string, unknown>;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) {
    return {
      why: `词下面不写“${cut(unknown, 40)}”`,
      fix: `只写“${KIND}”“${WRITINGS}”和“${ADDRESS}”`,
    };
  }
  if (!isBlank(kind) && typeof kind !== "string") return { why: `“${KIND}”后面只写一个词` };
  if (!isBlank(writings) && !isList(writings)) return { why: "别的写法要放在方括号里" };
  if (!isBlank(address) && !isAddress(address)) {
    return {
      why: `“${ADDRESS}”是网址的一部分，只用小写英文字母、数字和连字符`,
      fix: `写成“${ADDRESS}: chengdong”这样，以字母开头`,
    };
  }
  return {
    writings: isList(writings) ? writings : [],
    ...(isAddress(address) && { address }),
    ...(typeof kind === "string" && kind.trim() !== "" && { kind: tidy(kind) }),
  };
}

/** The kind that an own word must say; undefined where there are none, or the word is every bureau's. */
export function kindIn(
  word: string,
  { kind }: Entry,
  vocabulary: string,
  column: Column | undefined,
): string | undefined | Required<Wrong> {
  const shown = cut(word, 40);
  if (!column?.kinds) {
    if (kind === undefined) return undefined;
    return { why: `“${vocabulary}”里的词不分类`, fix: `删掉“${KIND}”` };
  }
  const kinds = Object.keys(column.kinds);
  const named = kinds.find((one) => wordKey(one) === wordKey(kind ?? ""));
  const fixed = kindOf(column, tidy(word), NO_OWN_KINDS);
  if (fixed !== undefined) {
    if (kind === undefined || named === fixed) return undefined;
    return { why: `“${shown}”是${fixed}，不能改归别的类`, fix: `删掉“${KIND}”` };
  }
  if (named !== undefined) return named;
  const near = kind === undefined ? undefined : nearest(kind, kinds);
  return {
    why:
      kind === undefined
        ? `“${shown}”是本单位自己的词，没有说归哪一类，不知道算进哪些数字`
        : `没有“${cut(kind, 40)}”这一类`,
    fix: `${near ? `是不是“${near}”？` : ""}写成${listText(ways(word, column), "或")}；和已有的词是一个意思的，不另列一个词，写成那个词的别的写法，例如“${column.words![0]}: [${shown}]”`,
  };
}

function isBlank(said: unknown): said is "" | null | undefined {
  return said === "" || said === null || said === undefined;
}

function isList(said: unknown): said is string[] {
  return Array.isArray(said) && said.every((one) => typeof one === "string");
}

function isAddress(said: unknown): said is string {
  return typeof said === "string" && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(said);
}
