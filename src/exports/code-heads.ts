/**
 * Heads as a data platform exports them: the names of its fields, which are initials of the Chinese heads
 * (CFLB is 处罚类别) or English (PUNISH_TYPE). They are read as the Chinese head; what may be two is neither.
 */
import { readingOf } from "../text/pinyin.ts";
import { headKey, isPersonalHead } from "./heads.ts";
import { systems, vocabularies } from "./index.ts";

/** What a field's name means, if it is one: 处罚类别（CFLB）. */
export function meantHead(head: string): string {
  const code = head.trim();
  if (!/^[a-z][a-z\d_.\s-]*$/i.test(code) || isListed(code) || isPersonalHead(code)) return head;
  const meaning = inEnglish(code) ?? initials(code) ?? inEnglish(wordsApart(code));
  return meaning === undefined ? head : `${meaning}（${code}）`;
}

/** Whether a head was the name of a field: in which unit its amounts are, it does not say. */
export function isOfField(head: string): boolean {
  return /\p{Script=Han}（[a-z][a-z\d_.\s-]*）$/iu.test(head);
}

/** Names that a system's export is known by are its own. */
function isListed(code: string): boolean {
  listed ??= new Set(
    [...systems, ...vocabularies].flatMap((one) => [
      ...("knownBy" in one ? one.knownBy : []),
      ...Object.values(one.heads ?? {}).flat(),
    ]),
  );
  return [code, code.toUpperCase()].some((name) => listed!.has(name));
}
let listed: ReadonlySet<string> | undefined;

/** The parts of English names, by the words of Chinese heads that they mean. */
const MEANT: Readonly<Record<string, string>> = {
  处罚: "punish punishment penalty",
  违法行为: "violation",
  违法: "illegal",
  罚款: "fine",
  案件: "case",
  立案: "file filing",
  行为: "behavior behaviour conduct",
  登记: "register registration",
  决定: "decide decision",
  文书: "document doc",
  当事人: "party",
  公示: "publish publicity disclose disclosure",
  许可: "licence license permit",
  事项: "item",
  申请: "apply",
  申请人: "applicant",
  受理: "accept accepted",
  创建: "create created",
  上报: "report",
  工单: "ticket order",
  任务: "task",
  诉求: "appeal",
  投诉: "complaint",
  事件: "event",
  办结: "finish finished complete",
  结案: "close closed archive",
  作废: "cancel",
  办结期限: "deadline",
  应办结: "due",
  截止: "end expire",
  开始: "start",
  来源: "source src origin",
  渠道: "channel",
  方式: "way",
  街道: "street",
  区域: "district",
  社区: "community",
  单位: "unit",
  部门: "dept department",
  机关: "org agency organ authority",
  信用: "credit",
  没收: "confiscate confiscated confiscation forfeit",
  办理: "handle process deal",
  重复: "repeat repeated duplicate",
  派单: "dispatch",
  来电人: "caller",
  上报人: "reporter",
  乡镇: "town township",
  村: "village",
  网格: "grid",
  时限: "limit",
  超期: "overdue timeout",
  回访: "visit",
  评价: "evaluate evaluation",
  性别: "sex gender",
  年龄: "age",
  姓名: "fullname",
  满意: "satisfied",
  分类: "classify",
  签收: "sign",
  答复: "reply",
  处置: "dispose",
  小: "sub",
  大: "main",
  编号: "no num number id code",
  名称: "name",
  类别: "type kind category class",
  状态: "status state",
  结果: "result",
  日期: "date time day",
  金额: "amount money",
  依据: "basis",
  事实: "fact",
  内容: "content",
  描述: "desc description",
  标题: "title",
  备注: "remark memo note",
  地址: "address",
  电话: "phone tel",
  手机: "mobile",
  联系: "contact",
  人: "person",
  人员: "human",
  法定: "legal",
  有效期: "valid",
  自: "from",
  至: "to",
  满意度: "satisfaction",
  解决: "solved resolved",
  是否: "is",
  听证: "hearing",
  审核: "review",
  法院: "court",
  原告: "plaintiff",
  被告: "defendant",
  案由: "cause",
  被申请人: "respondent",
  更新: "update",
};
const PARTS: ReadonlyMap<string, string> = new Map(
  Object.entries(MEANT).flatMap(([word, parts]) => parts.split(" ").map((part) => [part, word])),
);

/** STREETNAME → STREET_NAME; as it was where some letters are no word, or two readings are one. */
function wordsApart(code: string): string {
  const letters = code.toLowerCase();
  if (!/^[a-z]{7,}$/.test(letters)) return code;
  const ways: string[][][] = [[[]]];
  for (let end = 1; end <= letters.length; end++) {
    const all = [...Array(end).keys()].flatMap((from) => {
      const word = letters.slice(from, end);
      const isWord = PARTS.has(word) && (word.length > 2 || end === letters.length);
      return isWord ? ways[from]!.map((before) => [...before, word]) : [];
    });
    // Of two ways neither is taken.
    ways[end] = all.slice(0, 2);
  }
  const [way, other] = ways[letters.length]!;
  return way && !other ? way.join("_") : code;
}

/** 大 and 小 before 类别: 小类. */
function inEnglish(code: string): string | undefined {
  const parts = code
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[_.\s-]+/);
  const words = parts.map((part) => PARTS.get(part));
  // The end of the work is its deadline, or the day on which it came to its end.
  if (parts.includes("end") && /(?:处置|办理)截止/.test(words.join(""))) return undefined;
  // The number of a row in the table is no number of a matter.
  return words.includes(undefined) || parts.join() === "id"
    ? undefined
    : words
        .join("")
        .replace(/^违法(?=类别)/, "违法行为")
        .replace(/([大小])类别/, "$1类")
        .replace(/([期时]限)日期$/, "$1")
        .replace(/法定人/, "法定代表人");
}

/** Heads that no column is made of, so that none is taken for another. */
const OTHERS = `
  行政相对人名称 相对人名称 当事人名称 申请人名称 法定代表人 统一社会信用代码 证件类型
  证件号码 联系电话 手机号码 联系人 来电人 诉求人 诉求内容 主要内容 问题描述 详细地址
  事发地址 违法事实 处罚依据 处罚内容 处罚有效期 处罚机关 处罚结果 处罚名称 案件名称
  许可内容 许可机关 许可决定书名称 数据来源单位 地方编码 更新时间 更新日期 修改时间
  录入时间 备注 序号 标题 受理人员 受害 审核人 执法人员 办案人员 送达日期 公示状态
  编辑时间 报警时间
`
  .trim()
  .split(/\s+/);
/** Names that are shorter than the head they stand for. */
const SHORT: Readonly<Record<string, string>> = {
  处罚决定书: "处罚决定书文号",
  处罚决定书号: "处罚决定书文号",
  没收金额: "没收金额",
  许可决定书: "许可决定书文号",
  许可决定书号: "许可决定书文号",
  许可证书名称: "许可证书名称",
};
/** Prose that tells of persons, where it stands under a field's name. */
const PROSE = ["处罚事由", "案由"];
const SHORTEST = 3;

function initials(code: string): string | undefined {
  const found = headsWithInitials(code);
  return found.length === 1 ? found[0] : undefined;
}

/** The heads that the name of a field may stand for: BJSJ is 办结时间, or 编辑时间. Nobody guesses which. */
export function headsWithInitials(code: string): readonly string[] {
  byInitials ??= tableOfInitials();
  const letters = code.toLowerCase().replace(/[^a-z\d]/g, "");
  if (letters.length < SHORTEST || /\P{ASCII}/u.test(code)) return [];
  return byInitials.get(letters) ?? byInitials.get(letters.replace(/^xz/, "")) ?? [];
}
let byInitials: ReadonlyMap<string, readonly string[]> | undefined;

/** Initials → the heads that have them, of those that mean one thing the first. */
function tableOfInitials(): ReadonlyMap<string, readonly string[]> {
  const heads = [
    ...vocabularies.flatMap(({ heads }) => Object.values(heads).flat()),
    ...systems.flatMap(({ knownBy }) => knownBy),
    ...OTHERS,
  ].filter((head) => /^\p{Script=Han}+$/u.test(head) && !PROSE.includes(head));
  const table = new Map<string, string[]>();
  const named = [...heads.map((head) => [head, head] as const), ...Object.entries(SHORT)];
  for (const [name, head] of named) {
    for (const form of new Set([name, name.replace(/^行政/, ""), name.replace(/^是否/, "")])) {
      const letters = [...form].map((one) => (READ[one] ?? readingOf(one) ?? "")[0] ?? "").join("");
      const known = table.get(letters) ?? [];
      table.set(letters, known);
      const isNew = !known.some((one) => headKey(one) === headKey(head) || meanOne(one, head));
      if (isNew) known.push(head);
    }
  }
  return table;
}
/** Characters that sort by another reading than they have in heads. */
const READ: Readonly<Record<string, string>> = { 行: "xing", 重: "chong", 处: "chu", 期: "qi" };

/** Whether every vocabulary that has both means one column by them. */
function meanOne(one: string, other: string): boolean {
  return vocabularies.some(({ heads }) =>
    Object.values(heads).some((names) => names.includes(one) && names.includes(other)),
  );
}
