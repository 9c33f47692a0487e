/** Near misses: the word that was meant. */
import { closest, distance } from "fastest-levenshtein";

const LONGEST_WORD = 60;
/** Among more words the nearest takes too long to find, for every wrong cell anew. */
const MOST_WORDS = 5000;

/**
 * The word of a vocabulary that was meant, if it may be said: a reader follows the hint. So they have
 * a character in common, and neither denies nor turns round what the other says.
 */
export function meantBy(word: string, candidates: readonly string[]): string | null {
  if (candidates.length > MOST_WORDS) return null;
  const sense = senseOf(word);
  const said = word.replace(SAYS_LITTLE, "");
  const alike = (candidate: string) =>
    senseOf(candidate) === sense &&
    [...candidate.replace(SAYS_LITTLE, "")].some(
      (character) => /\p{L}/u.test(character) && said.includes(character),
    );
  return nearest(word, candidates.filter(alike));
}

/**
 * What in a word turns its meaning: 未办结 is near 已办结 only in spelling, 申请人 near 被申请人,
 * 行政应诉 near 行政复议.
 */
function senseOf(word: string): string {
  const turns = (word.match(TURNING) ?? []).map((found) =>
    DENIAL.test(found) ? "不" : /予$/.test(found) ? "不予" : found,
  );
  const matters = MATTERS.flatMap((names, at) => (names.test(word) ? [at] : []));
  return `${turns.join()} ${matters.join()}`;
}
const DENIAL = /^[不未无非没否免拒失]$/;
const TURNING =
  /非常|取消|停止|解除|恢复|申请|重新|建议|拟|[改修整补][改正]后|[不免拒]予|[不未无非没否免拒失被原反待除]|正在|部分|全部|基本|[逾超]期|提前|[一二三再]审|上诉|撤[销回诉]|[中终]止|暂扣|吊销|司法/g;
/** 不予立案 has nothing in common with 不予处罚. */
const SAYS_LITTLE = /[不未无非没否免拒]予?/g;

/** Who and what a word may be about: each a thing of its own, however alike the words are spelt. */
const MATTERS: readonly RegExp[] = [
  /公民|自然人|个人/,
  /(?<!非)法人|单位|企业|公司|社团/,
  /个体/,
  /诉讼|应诉|起诉|被诉/,
  /复议/,
  /仲裁/,
  /撤诉/,
  /撤销|撤消/,
  /撤回/,
  /维持/,
  /驳回/,
  /变更/,
  /处罚/,
  /许可/,
  /强制/,
  /检查|巡查/,
  /确认/,
  /立案/,
  /销案/,
  /移送/,
  /原告/,
  /被告/,
  /第三人/,
  /简易/,
  /普通|一般/,
  /快速/,
  /刑事/,
  /民事/,
  /国家赔偿|行政赔偿/,
];

/**
 * The name of a column that a header meant: its word, of its kind (公示截止期 is no 公示日期, 处罚依据 no
 * 处罚种类), and of something that it names too.
 */
export function headMeantBy(head: string, names: readonly string[]): string | null {
  const [kind, stem] = kindOfHead(head);
  const alike = (name: string) => {
    const [other, about] = kindOfHead(name);
    // 处罚种类名 is a slip, 处罚内容 another thing.
    if (kind !== other) return kind === "" && (stem.includes(name) || name.includes(stem));
    return stem === "" || about === "" || [...about].some((letter) => stem.includes(letter));
  };
  const named = head.replace(/[（(【[].*$/, "").trim();
  return meantBy(named || head, names.filter(alike));
}

/** What kind of thing a column's name says that it holds, and of what. */
function kindOfHead(head: string): [kind: string, stem: string] {
  const bare = head.replace(/[\s*:：]|[（(【[].*$/g, "");
  for (const [kind, ending] of Object.entries(HEAD_KINDS)) {
    const stem = bare.replace(ending, "");
    if (stem !== bare) return [kind, stem];
  }
  return ["", bare];
}

/** By the endings of headers, the longer before what they end with. */
const HEAD_KINDS: Readonly<Record<string, RegExp>> = {
  until: /(?:截止|到期|失效|有效)(?:日?期|时间|期限|日)?至?$|(?:时限|期限|有效期至?|限期)$/,
  length: /(?:时长|天数|日数|周期|用时|耗时|工作日|小时数?|分钟数?)$/,
  date: /(?:日期|时间|年月日)$/,
  sort: /(?:种类|类别|类型|性质|分类|方式|形式|程序)$/,
  basis: /(?:依据|法条|条款|理由|原因|事由|案由|事实)$/,
  content: /(?:内容|详情|描述|情况|摘要|标题|主题|意见|建议|说明|备注)$/,
  outcome: /(?:结果|结论|状态|满意度?)$/,
  body: /(?:机关|单位|部门|法院|机构|科室|来源)$/,
  number: /(?:编号|文号|案号|单号|号码|编码|代码|序号|号|码)$/,
  money: /(?:金额|数额|款|元)$/,
  count: /(?:件数|人数|人次|次数|份数|数量|数|量)$/,
  person: /(?:姓名|人员?|当事人|对象)$/,
  place: /(?:街道|地点|地址|区域|社区|场所|乡镇)$/,
};

/** The candidate nearest in spelling, if it is near enough to be meant. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (candidates.length > MOST_WORDS) return null;
  const short = candidates.filter((candidate) => candidate.length <= LONGEST_WORD);
  if (word === "" || word.length > LONGEST_WORD || short.length === 0) return null;
  const near = closest(word, short);
  const within = Math.max(1, Math.floor(Math.max(word.length, near.length) * 0.6));
  return distance(word, near) <= within ? near : null;
}
