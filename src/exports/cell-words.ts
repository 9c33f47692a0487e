/** What was made of a cell that says words: one, several, or none that is known. */
import { meant } from "../ingest/text/tidy.ts";
import { type ExportWords, type WiderWord, wordIn } from "./profile.ts";

/** Why a text could not be read, and the word that may have been meant. */
export interface Unread {
  why: string;
  fix: string;
  proposal?: string;
  /** Of a column whose words are given: a person can say which of them it is. */
  isFixed?: boolean;
  /** It holds something personal: it is taken only where somebody has answered for the cell. */
  isPersonal?: boolean;
}

export type Read = { text: string; how: "same" | "replaced" } | Unread;

/** 警告;罚款: a list, in which what the system writes as one kind may itself be a list. */
export function severalWords(
  one: (raw: string) => Read,
  exported: ExportWords,
): (raw: string) => Read {
  const list = (parts: readonly string[]): Read | null => {
    const read = parts
      .map(meant)
      .filter((part) => part !== "" && !isLaw(part))
      .map(one);
    if (read.length === 0) return null;
    const wrong = read.find((found) => "why" in found);
    if (wrong) return wrong;
    const words = read.flatMap((found) => ("text" in found ? found.text.split("、") : []));
    const isReplaced = read.some((found) => "how" in found && found.how === "replaced");
    return {
      text: [...new Set(words.filter(Boolean))].join("、"),
      how: isReplaced ? "replaced" : "same",
    };
  };
  return (raw) => {
    const text = meant(raw);
    // 公园、某社区 is two places, 没收违法所得、非法财物 a writing of its own.
    const parts = text.split(ANY);
    const read = list(parts);
    if (parts.length > 1 && read && "text" in read) return read;
    if (wordIn(exported, text) !== undefined) return one(text);
    const wholes = text.split(LARGER).flatMap((part) => {
      const whole = meant(part);
      return wordIn(exported, whole) === undefined ? whole.split(ANY) : [whole];
    });
    return list(wholes) ?? one(text);
  };
}
const LARGER = /[;；|┋\n]/;
const ANY = /[;；|┋\n、,，+/／]/;

/** 悬挂横幅、发放资料: several words that are one of the column's; 群众、学生 are 公众. */
export function sameWord(one: (raw: string) => Read, wider?: WiderWord): (raw: string) => Read {
  return (raw) => {
    const whole = one(raw);
    if ("text" in whole) return whole;
    const parts = meant(raw)
      .split(/[、,，;；┋+＋/／和]/)
      .map(meant);
    if (parts.length < 2 || parts.includes("")) return whole;
    const read = parts.map(one);
    const words = new Set(read.map((found) => ("text" in found ? found.text : null)));
    const [word] = words;
    if (wider && words.size > 1 && [...words].every((part) => wider.of.includes(part ?? "")))
      return { text: wider.word, how: "replaced" };
    return words.size === 1 && word ? { text: word, how: "replaced" } : whole;
  };
}

/** Under 处罚的种类和依据: 《城市道路管理条例》第四十二条 is no kind. */
function isLaw(part: string): boolean {
  return /^(?:依据|根据)?《.*(?:》|[条款项目])$|^第.{1,6}[条款项]/.test(part);
}
