/** YAML with line numbers and messages in plain Chinese. */
import {
  type Document,
  isMap,
  isScalar,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import { reversedIn } from "../problems/letters-lost.ts";
import type { Problems } from "../problems/problems.ts";
import { isReversed } from "../text/garbled.ts";

export interface YamlFile {
  document: Document;
  /** The plain values; numbers and dates stay text, so that nothing loses digits. */
  value: unknown;
  /** Line of the value at a path, or of its nearest parent. */
  lineOf: (path: readonly (string | number)[]) => number;
  /** Whether a path is written at all: what is absent stands in no line. */
  has: (path: readonly (string | number)[]) => boolean;
}

const WHY: Record<string, [string, string]> = {
  BAD_INDENT: [
    "缩进不对：同一层的项目前面要有同样多的空格",
    "对齐同一层的项目，下一层比上一层多两个空格",
  ],
  TAB_AS_INDENT: ["缩进用了 Tab 键", "把行首的 Tab 换成空格，每层两个"],
  DUPLICATE_KEY: ["同一个名称写了两次", "删掉其中一个"],
  MISSING_CHAR: ["少了一个符号，多半是引号没有收尾", "补上引号，或去掉多余的引号"],
  MULTILINE_IMPLICIT_KEY: ["少了冒号，或缩进不对", "写成“名称: 内容”，冒号用半角，后面空一格"],
  BLOCK_AS_IMPLICIT_KEY: [
    "这一行或下一行的缩进不对，或者一行里有两个“名称: 内容”",
    "对齐同一层的项目；每行只写一个“名称: 内容”",
  ],
  UNEXPECTED_TOKEN: [
    "这里有不该出现的符号",
    "内容里有冒号、引号、井号时，用半角双引号把整段内容括起来",
  ],
  STRANGE_SPACE: [
    "这一行里有看上去像空格、其实不是空格的字符，多半是从网页或文档里复制来的",
    "把行首和冒号后面的空处删掉，用键盘上的空格键重新打",
  ],
  IMPOSSIBLE: ["认不出这种写法", "对照说明文件里的样子改写"],
};

/** At the start of a line or behind a colon: what is no space to YAML, and looks like one. */
const LOOKS_LIKE_SPACE = /^ *[\u00a0\u2000-\u200b\u202f\u3000]|:[\u00a0\u2000-\u200b\u202f\u3000]/;

/**
 * Parses YAML; every syntax error becomes a problem with its line. Null when it cannot be used.
 * `linesAbove` is for YAML that is the head of another file.
 */
export function readYaml(
  text: string,
  file: string,
  problems: Problems,
  linesAbove = 0,
): YamlFile | null {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    // Texts only: an 18-digit number would lose digits, and 010 its zero.
    schema: "failsafe",
    prettyErrors: false,
    // Asked below: the library compares every key with every other.
    uniqueKeys: false,
  }) as unknown as Document;
  const lines = text.split("\n");
  const wrong = (line: number, said: readonly [string, string]) => {
    const value = lines[line - 1] ?? "";
    const [why, fix] = LOOKS_LIKE_SPACE.test(value) ? WHY.STRANGE_SPACE! : said;
    problems.add({ code: "yaml-syntax", file, cell: `第${line + linesAbove}行`, value, why, fix });
  };
  const turned = lines.findIndex(isReversed);
  if (turned >= 0) {
    const { why, fix } = reversedIn("这一行");
    wrong(turned + 1, [why, fix]);
    return null;
  }
  for (const at of cutOff(text)) {
    const { line } = counter.linePos(at);
    const value = lines[line - 1] ?? "";
    problems.add({ code: "yaml-cut", file, cell: `第${line + linesAbove}行`, value, ...CUT_OFF });
  }
  const reported = new Set<number>();
  for (const error of document.errors) {
    // A second error in the same line is the first one's consequence.
    const { line } = counter.linePos(error.pos[0]);
    if (!reported.has(line)) wrong(line, WHY[error.code] ?? WHY.IMPOSSIBLE!);
    reported.add(line);
  }
  for (const at of repeatedKeys(document)) {
    const { line } = counter.linePos(at);
    if (!reported.has(line)) wrong(line, WHY.DUPLICATE_KEY!);
    reported.add(line);
  }
  if (reported.size > 0) return null;
  // The marks & and * would let one line stand for many others: nobody needs them here.
  const marked = aliasLine(document, counter);
  if (marked !== null) {
    wrong(marked, WHY.UNEXPECTED_TOKEN!);
    return null;
  }
  if (isScalar(document.contents) && document.contents.source?.trim()) {
    wrong(1, WHY.MULTILINE_IMPLICIT_KEY!);
    return null;
  }
  const places = new WeakMap<YAMLMap, Map<unknown, Node>>();
  return {
    document,
    value: document.toJS(),
    has: (path) => document.hasIn(path),
    lineOf(path) {
      for (let length = path.length; length > 0; length--) {
        const part = path.slice(0, length);
        const key = keyNode(document, part, places);
        const node = key ?? (document.getIn(part, true) as Node | undefined);
        if (node?.range) return counter.linePos(node.range[0]).line + linesAbove;
      }
      return 1 + linesAbove;
    },
  };
}

const CUT_OFF = {
  why: "空格后面的井号起是注释，这一行从井号起都没有读",
  fix: "是内容的，用半角双引号把整段内容括起来；是注释的，井号后面空一格",
};

/** What the lexer puts between the texts: where a document, a scalar begins, where a list ends. */
const SCALAR = "\u001f";
const BETWEEN = ["\u0002", "\u0018", SCALAR];

/**
 * Where a comment begins behind something else in its line, and right with a word: 市容中队 #2. Who
 * means a comment mostly leaves a space behind the mark; a program that reads YAML cannot tell.
 */
function cutOff(text: string): number[] {
  const places: number[] = [];
  // Most files have none, and need no second look.
  if (!/\S[ \t]#[^\s#]/.test(text)) return places;
  let at = 0;
  let before = "";
  for (const token of new Lexer().lex(text)) {
    if (BETWEEN.includes(token)) {
      before = token;
      continue;
    }
    const isText = before === SCALAR;
    // Asked first: a line of sixty thousand words is not cut out at each of them.
    if (!isText && /^#[^\s#]/.test(token)) {
      const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
      if (line.trim() !== "") places.push(at);
    }
    before = "";
    at += token.length;
  }
  return places;
}

/** Line of the first alias, if there is one. */
function aliasLine(document: Document, counter: LineCounter): number | null {
  let line: number | null = null;
  visit(document, {
    Alias(_, node) {
      line = counter.linePos(node.range?.[0] ?? 0).line;
      return visit.BREAK;
    },
  });
  return line;
}

/** Where a key stands that its map has already. */
function repeatedKeys(document: Document): number[] {
  const places: number[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) places.push(key.range?.[0] ?? 0);
        seen.add(key.value);
      }
    },
  });
  return places;
}

/** The key itself, not what it stands for. A map is looked through once, however often it is asked. */
function keyNode(
  document: Document,
  path: readonly (string | number)[],
  places: WeakMap<YAMLMap, Map<unknown, Node>>,
): Node | null {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return null;
  let keys = places.get(parent);
  if (!keys) {
    const scalars = parent.items.flatMap(({ key }) => (isScalar(key) ? [key] : []));
    keys = new Map(scalars.map((key) => [key.value, key]));
    places.set(parent, keys);
  }
  return keys.get(path[path.length - 1]) ?? null;
}

/** Whether a value is what YAML calls a mapping. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
