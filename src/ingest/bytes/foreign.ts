/** Encodings that are not read, told by their bytes, so that what is wrong can be said. */
import type { Message } from "../problems/problems.ts";

const EXPORT_AGAIN =
  "从业务系统重新导出为“CSV UTF-8（逗号分隔）”；不要直接双击打开再保存，那样文字会变成乱码";

/** What of it no text in UTF-8, GB18030 or UTF-16 has. */
export function wideOrMainframe(head: Uint8Array): Message | null {
  if (isUtf32(head)) return said("UTF-32 编码");
  return isEbcdic(head) ? said("大型机的 EBCDIC 编码") : null;
}

/**
 * What GB18030 reads as other characters without a complaint: only where hardly any of what the heads of
 * Chinese tables are made of is there, and in the other encoding it is. Korean is not told: its
 * bytes are those of GB2312.
 */
export function otherHan(head: Uint8Array): Message | null {
  const asGb = count("gb18030", head, SIMPLIFIED);
  const [best] = OTHERS.map(([label, what, usual]) => ({ what, found: count(label, head, usual) }))
    .filter(({ found }) => found >= FEW && found > 4 * asGb)
    .sort((a, b) => b.found - a.found);
  return best ? said(`${best.what}编码`) : null;
}
const FEW = 4;
const SIMPLIFIED =
  /[日期年月件数名称类型时间编号事项结果单位金额备注案由的城市执法局县区街道政府据]/g;
const TRADITIONAL =
  /[日期年月件數名稱類型時間編號事項結果單位金額備註案由的城市執法局縣區街道政府據]/g;
const OTHERS = [
  ["big5", "繁体中文 Big5 ", TRADITIONAL],
  [
    "shift_jis",
    "日文 Shift-JIS ",
    /[\u3041-\u30fe日期年月件数名称類型時間番号事項結果単位金額備考]/g,
  ],
] as const;

function count(label: string, head: Uint8Array, usual: RegExp): number {
  const text = new TextDecoder(label).decode(head, { stream: true });
  // Where much cannot be read it is another encoding.
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  const found = text.match(usual)?.length ?? 0;
  return lost > found / 4 ? 0 : found;
}

function isUtf32(head: Uint8Array): boolean {
  if (head.length < 8) return false;
  // Of four bytes the last or the first is zero, and the one beside it, or an emoji's plane.
  const isWide = (zero: number, plane: number) => {
    for (let at = 0; at + 3 < head.length; at += 4) {
      if (head[at + zero] !== 0 || head[at + plane]! > 16) return false;
    }
    return true;
  };
  return isWide(3, 2) || isWide(0, 1);
}

/** Chinese stands between two signs that begin and end it; lines end by signs that no other text has. */
function isEbcdic(head: Uint8Array): boolean {
  const has = (byte: number) => head.includes(byte);
  return has(0x0e) && has(0x0f) && (has(0x15) || has(0x25)) && has(0x6b) && !has(0x0a);
}

function said(what: string): Message {
  const why = `这是${what}，不是 UTF-8，也不是 GB18030/GBK`;
  return { code: "encoding", why, fix: EXPORT_AGAIN };
}
