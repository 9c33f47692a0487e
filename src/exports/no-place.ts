/** Tables that offices keep beside those of the site: a clerk is told what it is, and what the site can take of it. */
import type { RawRow } from "../ingest/rows/piece.ts";
import { tidy } from "../ingest/text/tidy.ts";
import { headKey } from "./heads.ts";

export interface NoPlace {
  label: string;
  /** What of it the site can say, and where it is written. */
  instead: string;
}

const COUNTED = "网站只用数目：数好以后写进 indicators.csv，一个数写一行";

/** For each of `about` some head or title is like it, and none is like `unless`; the first is taken. */
const NO_PLACES: readonly (NoPlace & { about: readonly RegExp[]; unless?: RegExp })[] = [
  {
    label: "案卷评查结果",
    about: [/评查/, /案卷|卷宗|案件|得分|分数|等次|等级/],
    instead: `它说的是卷宗做得怎样，不是办了什么案。案件导入办案系统的导出；${COUNTED}，例如评查案卷数、优秀案卷数`,
  },
  // Before the list of officers: those who sat have a certificate too.
  {
    label: "学法考试、培训成绩",
    about: [/成绩|得分|分数|积分|^合格$/, /姓名|^单位$|考试|学习/],
    instead: `里面是个人的成绩，不要放进数据文件夹。${COUNTED}，例如参考人数、合格人数`,
  },
  {
    label: "督办单、催办单",
    about: [/^(?:督办|催办)单?(?:编号|号)$|^督办(?:级别|类型)$/, /督办|催办/],
    instead: `一行是一次督办，一件工单会有几行、也会一行没有。工单导入工单明细；${COUNTED}，例如督办件数`,
  },
  {
    label: "执法人员、执法证名册",
    about: [/执法证|持证|执法人员|证件状态/, /^(?:人员)?姓名$|^性别$|^身份证/],
    instead: "里面全是个人信息，不要放进数据文件夹。持证人数写进 indicators.csv，一个数写一行",
  },
  {
    label: "违法停车记录",
    about: [/车牌|号牌|车辆牌照/, /违停|违法?停车|违法(?:代码|行为|日期|地点|时间)|抓拍/],
    instead: `车牌是个人信息，不要放进数据文件夹。处罚了的，导出处罚案件；${COUNTED}`,
  },
  {
    label: "非税收入、罚没款缴款明细",
    about: [
      /执收单位|缴款(?:人|单位|书|凭证)|非税|^(?:本次|累计)\S{0,2}缴|欠缴/,
      /收缴|缴款日期|开票|票据|收款/,
    ],
    instead:
      "一行是一笔缴款，一份处罚决定会有几行，缴款的人是个人信息。处罚案件导入办案系统或双公示的导出。收到的罚没款，全年的合计写进 indicators.csv，指标编号写 penalties-collected",
  },
  {
    label: "文书送达记录",
    about: [/^送达文|受送达人/, /送达(?:方式|日期|状态)|签收/],
    instead: "一件案子有几行，一行不是一件事。案件在应诉台账里，导入台账",
  },
  {
    label: "普法责任清单",
    about: [
      /^普法(?:内容|措施|任务|责任)|谁执法谁普法/,
      /责任(?:科室|部门|单位|人)|完成(?:日期|时限|期限)/,
    ],
    instead: "它说的是要做的，不是做过的。做过的活动，导入普法台账；要做的写进 plan.csv",
  },
  {
    label: "双随机、检查记录",
    about: [
      /抽查|巡查(?:任务|对象|编号|人员)|双随机|监管行为|监管事项|检查(?:事项|任务|计划|对象|项目|类型|方式)|被检查/,
      /(?:抽查|巡查|检查|监管)(?:结果|日期|情况|内容|人员)|任务名称/,
    ],
    instead: `检查对象是企业和个人，逐行的不公开。${COUNTED}，例如检查次数、检查对象数、发现问题数`,
  },
  {
    label: "建议、提案办理台账",
    about: [
      /建议提案|人大建议|政协提案|(?:人大|政协)(?:代表|委员)|领衔|提案/,
      /主办|会办|答复|办理|交办/,
    ],
    instead: COUNTED,
  },
  {
    label: "法律顾问、合法性审查台账",
    about: [
      /法律顾问|律师|合法性审[查核]|审[查核](?:意见|事项)/,
      /合同|文件|协议|事项|顾问|采纳|咨询/,
    ],
    instead: `法制审核的表只收行政执法决定。${COUNTED}，例如法律顾问审查件数、咨询次数`,
  },
  {
    label: "规范性文件目录",
    about: [/规范性文件|文件名称|文件标题/, /发文|文号|施行|制定|有效期|清理|起草/],
    instead: COUNTED,
  },
  {
    label: "权责清单、事项清单",
    about: [
      /权力|职权|职责|事项(?:名称|编码|类型)|实施清单/,
      /设定依据|实施依据|事项编码|行使层级|实施主体|追责/,
    ],
    instead: COUNTED,
  },
  {
    label: "重大执法决定法制审核目录",
    about: [
      /^(?:执法|审核|处罚|决定)?(?:事项|情形)$/,
      /^审核(?:依据|材料|要点|重点|情形|时限|机构)$/,
    ],
    instead: "它说的是哪些决定要审核，不是审核过的。审核过的，导入法制审核台账",
  },
  {
    label: "涉嫌犯罪案件移送台账",
    about: [/移送/, /受移送|涉嫌(?:犯罪|罪名)|公安|检察/],
    instead: `里面是个人的犯罪嫌疑，不要放进数据文件夹。案件导入办案系统的导出，“结案方式”写“移送司法”；其余的${COUNTED}，例如移送件数`,
  },
  {
    label: "行政裁决台账",
    about: [/裁决/, /裁决(?:申请人?|事项|日期|结果|书|书?文?号|机关)|申请人/],
    instead: `行政裁决断的是别人之间的争议，不是以本单位为一方的。件数在统计年报里：放进 statistics.csv；其余的${COUNTED}`,
  },
  {
    label: "申请法院强制执行（非诉执行）台账",
    about: [
      /非诉(?:行政)?执行|行审|被执行人|^申请(?:强制)?执行(?:日期|事项|标的|金额|内容)$/,
      /执行|法院/,
    ],
    instead: `本单位是申请人，没有行为在这里受审，不是以本单位为被告的诉讼。处罚案件的“执行情况”写“申请法院强制执行”；${COUNTED}，例如申请法院强制执行件数`,
  },
  {
    label: "听证台账",
    about: [/^听证(?:日期|主持|申请|告知)/, /^听证(?:结论|意见|情况|地点|日期)/],
    instead: `案件导入处罚案件，有“是否听证”一列就数得出；没有的，${COUNTED}，例如听证件数`,
  },
  {
    label: "责令改正、整改通知台账",
    about: [/^(?:整改|改正)(?:期限|情况|结果|日期)/, /通知|违法行为|隐患|问题/],
    instead: `责令改正不是处罚，对象是企业和个人。立了案的导入处罚案件；其余的${COUNTED}，例如责令改正次数`,
  },
  {
    label: "行政强制台账",
    about: [/强制(?:措施|执行|决定|种类|方式)|扣押|查封|先行登记保存/, /日期|当事人|文号|依据/],
    instead: `件数在统计年报里：放进 statistics.csv；其余的${COUNTED}`,
  },
  {
    label: "汇总表",
    about: [
      /^(?:件数|数量|合计|小计|总数|占比|同比|环比)$|^\S{2,8}(?:件|宗|次|总)数量?$|^\S{2,8}率$/,
    ],
    // A list of matters may say of each how often it came back.
    unless: /(?:案件|工单|送审|审核|文书|决定书?)(?:编号|名称|文号|号)$|^案号$|^当事人/,
    instead:
      "一行不是一件事。有逐件的明细，导入明细；没有的，数字写进 indicators.csv，一个数写一行",
  },
];

/** `said` are the heads of a table that nobody knows, and the titles above them. */
export function noPlaceFor(said: readonly string[]): NoPlace | undefined {
  const keys = said.map(headKey).filter((key) => key !== "");
  const some = (form: RegExp) => keys.some((key) => form.test(key));
  return NO_PLACES.find(
    ({ about, unless }) => about.every(some) && !(unless !== undefined && some(unless)),
  );
}

/** Of a table of which no head is known: the first of the rows that say the most different things. */
export function likelyHead(rows: readonly RawRow[]): readonly string[] {
  const said = rows.map(({ cells }) => new Set(cells.map(tidy).filter(Boolean)).size);
  return rows[said.indexOf(Math.max(...said))]?.cells ?? [];
}
