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
  const meaning = inEnglish(code) ?? initials(code);
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

/** The parts of English names, in the words of Chinese heads. */
const PARTS: Readonly<Record<string, string>> = {
  ...{
    punish: "处罚",
    punishment: "处罚",
    penalty: "处罚",
    illegal: "违法行为",
    violation: "违法行为",
  },
  ...{ fine: "罚款", confiscate: "没收", confiscated: "没收", confiscation: "没收", case: "案件" },
  ...{ file: "立案", filing: "立案", register: "登记", decide: "决定", decision: "决定" },
  ...{ document: "文书", doc: "文书", party: "当事人", publish: "公示", publicity: "公示" },
  ...{ disclose: "公示", disclosure: "公示", licence: "许可", license: "许可", permit: "许可" },
  ...{ item: "事项", apply: "申请", applicant: "申请人", accept: "受理", accepted: "受理" },
  ...{
    create: "创建",
    created: "创建",
    report: "上报",
    ticket: "工单",
    order: "工单",
    task: "任务",
  },
  ...{ appeal: "诉求", complaint: "投诉", event: "事件", finish: "办结", finished: "办结" },
  ...{ complete: "办结", close: "结案", closed: "结案", archive: "结案", cancel: "作废" },
  ...{ deadline: "办结期限", due: "应办结", end: "截止", expire: "截止", start: "开始" },
  ...{ source: "来源", src: "来源", channel: "渠道", origin: "来源", way: "方式" },
  ...{
    street: "街道",
    district: "区域",
    community: "社区",
    unit: "单位",
    dept: "部门",
    org: "机关",
  },
  ...{ department: "部门", agency: "机关", handle: "办理", dispose: "处置", sub: "小", main: "大" },
  ...{ no: "编号", num: "编号", number: "编号", id: "编号", code: "编号", name: "名称" },
  ...{ type: "类别", kind: "类别", category: "类别", class: "类别", status: "状态", state: "状态" },
  ...{ result: "结果", date: "日期", time: "日期", day: "日期", amount: "金额", money: "金额" },
  ...{ basis: "依据", fact: "事实", content: "内容", desc: "描述", description: "描述" },
  ...{ title: "标题", remark: "备注", memo: "备注", note: "备注", address: "地址", phone: "电话" },
  ...{ tel: "电话", mobile: "手机", contact: "联系", person: "人", human: "人员", legal: "法定" },
  ...{ valid: "有效期", from: "自", to: "至", satisfaction: "满意度", solved: "是否解决" },
  ...{ is: "是否", hearing: "听证", review: "审核", court: "法院", plaintiff: "原告" },
  ...{ defendant: "被告", cause: "案由", respondent: "被申请人", update: "更新" },
};

/** 大 and 小 before 类别: 小类. */
function inEnglish(code: string): string | undefined {
  const parts = code
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[_.\s-]+/);
  const words = parts.map((part) => PARTS[part]);
  // The number of a row in the table is no number of a matter.
  return words.includes(undefined) || parts.join() === "id"
    ? undefined
    : words
        .join("")
        .replace(/([大小])类别/, "$1类")
        .replace(/法定人/, "法定代表人");
}

/** Heads that no column is made of, so that none is taken for another. */
const OTHERS = [
  ..."行政相对人名称 相对人名称 当事人名称 申请人名称 法定代表人 统一社会信用代码 证件类型 证件号码".split(
    " ",
  ),
  ..."联系电话 手机号码 联系人 来电人 诉求人 诉求内容 主要内容 问题描述 详细地址 事发地址".split(
    " ",
  ),
  ..."违法事实 处罚依据 处罚内容 处罚有效期 处罚机关 处罚结果 处罚名称 案件名称 许可内容 许可机关".split(
    " ",
  ),
  ..."许可决定书名称 数据来源单位 地方编码 更新时间 更新日期 修改时间 录入时间 备注 序号 标题".split(
    " ",
  ),
  ..."受理人员 受害 审核人 执法人员 办案人员 送达日期 公示状态 编辑时间 报警时间".split(" "),
];
/** Names that are shorter than the head they stand for. */
const SHORT: Readonly<Record<string, string>> = {
  ...{ 处罚决定书: "处罚决定书文号", 处罚决定书号: "处罚决定书文号", 没收金额: "没收金额" },
  ...{ 许可决定书: "许可决定书文号", 许可决定书号: "许可决定书文号", 许可证书名称: "许可证书名称" },
};
/** Prose that tells of persons, where it stands under a field's name. */
const PROSE = ["处罚事由", "案由"];
const SHORTEST = 3;

function initials(code: string): string | undefined {
  byInitials ??= tableOfInitials();
  const letters = code.toLowerCase().replace(/[^a-z\d]/g, "");
  const found = byInitials.get(letters) ?? byInitials.get(letters.replace(/^xz/, ""));
  return letters.length >= SHORTEST ? (found ?? undefined) : undefined;
}
let byInitials: ReadonlyMap<string, string | null> | undefined;

/** Initials → the one head that has them; null where heads that mean different things have. */
function tableOfInitials(): ReadonlyMap<string, string | null> {
  const heads = [
    ...vocabularies.flatMap(({ heads }) => Object.values(heads).flat()),
    ...systems.flatMap(({ knownBy }) => knownBy),
    ...OTHERS,
  ].filter((head) => /^\p{Script=Han}+$/u.test(head) && !PROSE.includes(head));
  const table = new Map<string, string | null>();
  const named = [...heads.map((head) => [head, head] as const), ...Object.entries(SHORT)];
  for (const [name, head] of named) {
    for (const form of new Set([name, name.replace(/^行政/, ""), name.replace(/^是否/, "")])) {
      const letters = [...form].map((one) => (READ[one] ?? readingOf(one) ?? "")[0] ?? "").join("");
      const known = table.get(letters);
      if (known === undefined) table.set(letters, head);
      else if (known !== null && headKey(known) !== headKey(head) && !meanOne(known, head)) {
        table.set(letters, null);
      }
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
