/** Numbers of matters as systems write them: most are seen at one look to be one, and nothing else. */
import { isImportedName } from "./imported-name.ts";

/**
 * Whether a cell is an id that nothing is to be said of: Latin letters and digits with - _ between
 * them, and nothing in it begins as somebody's number does (privacy.ts knows exactly). Ids are the
 * one column in which no cell is like another. What is not plain is no error, but looked at.
 */
export function isPlainId(cell: string): boolean {
  if (YEAR_ID.test(cell) || isImportedName(cell)) return true;
  return cell.length >= 7 && cell.length <= 64 && PLAIN_ID.test(cell) && !PERSONAL.test(cell);
}
/** How most systems number: GD2024010100001. What follows would take longer to see the same. */
const YEAR_ID = /^(?![a-z]*(?:[vw]x|qq))[a-z]{1,4}20\d{5,20}$/i;
const PLAIN_ID = /^(?=.*\d)[a-z\d]+(?:[-_][a-z\d]+)*$/i;
/** How a telephone, a card, an identity number begins; a passport, a door; names to be reached by. */
const PERSONAL = new RegExp(
  [
    "(?<!\\d)(?:0\\d|1[-_/]?[3-9]|86|(?!20)[1-9](?:[-_/]?\\d){14})",
    "(?<![a-z\\d])[deghps][a-z]?(?!19|20)\\d{7,8}(?![a-z\\d])",
    "(?<![\\w-])\\d{1,3}-\\d{1,2}-\\d{3,4}(?![\\w-])",
    "vx|wx|wechat|weixin|qq",
  ].join("|"),
  "i",
);
