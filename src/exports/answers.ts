/** data/imports.yaml: what the bureau has answered about its exports, and which files import wrote. */
import { Document, isMap, parseDocument } from "yaml";
import { scaleOf, unitOf } from "../ingest/rows/column-names.ts";
import { personalData } from "../ingest/text/privacy.ts";
import { tidy, wordKey } from "../ingest/text/tidy.ts";
import { headKey } from "./heads.ts";

export const ANSWERS_FILE = "imports.yaml";

/** A column, and the power of ten of its amounts where that was said: 罚款金额（万元）. */
export interface OwnHead {
  key: string;
  scale?: number;
}

/** What the bureau has said of one system's export. */
export interface Answers {
  /** What is the same for a whole file: column → word. */
  whole: Readonly<Record<string, string>>;
  /** Head (headKey) → the column that it means. */
  heads: ReadonlyMap<string, OwnHead>;
  /** Column → word of the export (wordKey) → the dataset's. */
  words: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** What import knows of a file that it wrote. */
export interface WrittenFile {
  /** The system. */
  from: string;
  /** Which key named its rows. */
  key: string;
}

const HEAD = ` npm run import 读、写的文件：怎样读各系统的导出，写出了哪些文件。
 某系统:
   整份: { 渠道: 12345热线 }          # 整份导出都一样的
   列名: { 事项分类: 类别, FKJE: 罚款金额（万元） }  # 导出的列名: 网站的列名
   词: { 状态: { 走流程: 办理中 } }   # 网站的列名: { 导出的词: 网站的词 }
   核对过的列名: []                   # 系统不认识、列已由人核对过的表，一份一条；列名变了再问
   空着照上一格: [街道]               # 这些列是合并单元格存成 CSV 的
   编号相同: 后一行                   # 一份导出里同一编号、内容不同的两行算哪一行：后一行、前一行、都要
 单位: { 某县城市管理局: 是本单位, 某县某局: 别的单位 }  # 处罚机关、被申请人写着别的名称的行是不是本单位的`;

/** The heads of tables whose system nobody knows, and whose columns a person has looked at. */
export const LOOKED_AT = "核对过的列名";
const BETWEEN = " | ";

/** 单位: { 某县城市管理局: 是本单位, 某县某局: 别的单位 }. */
export const BODIES = "单位";
const OWN_BODY = "是本单位";
export const BODY_ANSWERS = [OWN_BODY, "别的单位"] as const;

/** Columns whose cells were merged from top to bottom: what is blank says what stands above. */
export const FILLED_DOWN = "空着照上一格";

/** Which of two rows of one export with the same number counts, where they say different things. */
export const SAME_NUMBER = "编号相同";
export const SAME_NUMBER_ANSWERS = ["后一行", "前一行", "都要"] as const;
export type SameNumber = (typeof SAME_NUMBER_ANSWERS)[number];

export class Imports {
  readonly #document: Document;

  constructor(source: string) {
    const document = parseDocument(source);
    if (document.contents !== null && !isMap(document.contents)) throw new NotReadable();
    if (document.errors.length > 0) throw new NotReadable();
    this.#document = document.contents === null ? new Document({}) : document;
    if (document.contents === null) this.#document.commentBefore = HEAD;
  }

  /** `labels`: label → column of the system's dataset. Throws NotReadable with what it does not know. */
  answers(system: string, labels: ReadonlyMap<string, string>): Answers {
    const said = this.#document.toJS()?.[system] ?? {};
    const column = (label: string): string => {
      const key = labels.get(wordKey(label));
      if (!key) throw new NotReadable(`“${system}”里的“${label}”不是网站的列名`);
      return key;
    };
    return {
      whole: Object.fromEntries(
        Object.entries<string>(said.整份 ?? {}).map(([label, word]) => [
          column(label),
          String(word),
        ]),
      ),
      heads: new Map(
        Object.entries<string>(said.列名 ?? {}).map(([head, label]) => [
          headKey(head),
          ownHead(column(bareLabel(label)), label),
        ]),
      ),
      words: new Map(
        Object.entries<Record<string, string>>(said.词 ?? {}).map(([label, words]) => [
          column(label),
          new Map(Object.entries(words ?? {}).map(([from, to]) => [wordKey(from), to ?? ""])),
        ]),
      ),
    };
  }

  /** Whether a person has said that the heads of such a table are understood as they are meant. */
  isLookedAt(system: string, heads: readonly string[]): boolean {
    const tables: readonly string[] = this.#document.toJS()?.[system]?.[LOOKED_AT] ?? [];
    return tables.some((table) => sameHeads(table.split(BETWEEN), heads));
  }

  lookedAt(system: string, heads: readonly string[]): void {
    if (this.isLookedAt(system, heads)) return;
    const tables: readonly string[] = this.#document.toJS()?.[system]?.[LOOKED_AT] ?? [];
    const said = heads
      .map(tidy)
      .filter((head) => head !== "")
      .map((head) => (personalData(head) ? "……" : head));
    this.#document.setIn(
      [system, LOOKED_AT],
      this.#document.createNode([...tables, said.join(BETWEEN)]),
    );
  }

  /** Bodies of which a person has said whether they are the bureau (wordKey): under a former name it is. */
  bodies(): ReadonlyMap<string, boolean> {
    const said: Record<string, unknown> = this.#document.toJS()?.[BODIES] ?? {};
    return new Map(Object.entries(said).map(([name, is]) => [wordKey(name), is === OWN_BODY]));
  }

  /** Labels or heads of columns whose cells were merged from top to bottom. */
  filledDown(system: string): readonly string[] {
    return this.#document.toJS()?.[system]?.[FILLED_DOWN] ?? [];
  }

  fillDown(system: string, columns: readonly string[]): void {
    const all = new Set([...this.filledDown(system), ...columns]);
    this.#document.setIn([system, FILLED_DOWN], this.#document.createNode([...all]));
  }

  sameNumber(system: string): SameNumber | undefined {
    const said: unknown = this.#document.toJS()?.[system]?.[SAME_NUMBER];
    return SAME_NUMBER_ANSWERS.find((one) => one === said);
  }

  answer(path: readonly string[], word: string): void {
    this.#document.setIn(path, word);
  }

  written(file: string): WrittenFile | undefined {
    const found = this.#document.toJS()?.写出的文件?.[file];
    return found ? { from: String(found.来自), key: String(found.钥匙) } : undefined;
  }

  record(file: string, { from, key }: WrittenFile): void {
    this.#document.setIn(
      ["写出的文件", file],
      this.#document.createNode({ 来自: from, 钥匙: key }),
    );
  }

  toString(): string {
    return this.#document.toString();
  }
}

/** 罚款金额（万元） → 罚款金额. */
export function bareLabel(label: string): string {
  return unitOf(label) === undefined ? label : label.replace(/[(（][^()（）]*[)）]\s*$/, "");
}

export function ownHead(key: string, label: string): OwnHead {
  return unitOf(label) === undefined ? { key } : { key, scale: scaleOf(label) };
}

/** In whichever order. */
function sameHeads(some: readonly string[], others: readonly string[]): boolean {
  const keys = (heads: readonly string[]) =>
    heads
      .map((head) => (personalData(head) ? "……" : headKey(head)))
      .filter((key) => key !== "")
      .sort()
      .join(BETWEEN);
  return keys(some) === keys(others);
}

/** imports.yaml is not what it should be. */
export class NotReadable extends Error {
  constructor(message = "认不出里面的写法，请对照说明改写，或删掉它重新导入") {
    super(`data/${ANSWERS_FILE}：${message}`);
  }
}
