/** What offices do: where one of these begins, something else is counted. */
import { oneOf } from "../text/measure-words.ts";

const DOING = [
  ..."开展 组织 举办 召开 举行 参加 参与 办理 处理 处置 受理 查处 立案 结案 办结 审查 审核 审议 审结".split(
    " ",
  ),
  ..."化解 调解 解答 提供 提出 发放 发布 发送 印发 制定 修订 出台 建立 设立 成立 完成 实现 推进 落实".split(
    " ",
  ),
  ..."开庭 出庭 应诉 签订 签署 收到 接到 接待 接受 收集 征集 整改 整治 拆除 清理 清除 检查 巡查 排查".split(
    " ",
  ),
  ..."抽查 抽取 走访 宣讲 讲解 张贴 悬挂 播放 推送 报送 移送 移交 撤销 维持 驳回 收缴 责令 劝导 纠正".split(
    " ",
  ),
  ..."新增 增加 减少 覆盖 涉及 惠及 吸引 聘请 配备 配置 选派 选聘 投入 安装 新建 改造 建成 打造 培育".split(
    " ",
  ),
  ..."评选 获得 荣获 评查 备案 公示 公开 归集 录入 更新 回复 答复 回访 认领 下放 承接 划转 梳理 编制".split(
    " ",
  ),
  ..."赋予 上线 检测 推出 增设 汇集 采纳 取消 压缩 缩减 精简 举行 刊发 发表 播出 编发 派发 摆放 设置 出动 出具 作出 下达 送达 执行".split(
    " ",
  ),
  ..."罚款 没收 扣押 查封 暂扣 取缔 规范 引导 督促 约谈 通报 表彰 考核 测试 培训 学习 宣传 观看 旁听".split(
    " ",
  ),
  ..."代理 代写 起草 清退 追缴 挽回 帮助 服务 救助 走进 深入 办复 办出 授权 颁发 核发 换发 注销 吊销 废止".split(
    " ",
  ),
];

/** Who does it, not what is done: 调解委员会, 审核人员, 检查组. */
const DOERS =
  "(?!委员会|中心|机构|组织|[大中支]队|队伍|小组|工作[站室]|点(?![位评])|员(?![工额])|组(?![织建成])|(?<=审核|调解|巡查|执行)人员)";
const VERB = `(?:${oneOf(DOING)})${DOERS}`;
/** A text that ends in what is done, and does not say to what. */
const ENDS_DOING = new RegExp(
  `(?:${VERB}|有|为|含|用|把|将|分|设|派|发|办|收|获|建|查|罚|抓|开|评|接)(?:了|出|过|各类|到)?$`,
);
const TOWARDS = /(?:为|对|向|给|与|由|被|将|把|从|在)$/;

/** Where the first of them begins, from a place on; -1 for none. */
export function verbIn(text: string, from = 0): number {
  const found = new RegExp(VERB, "g");
  found.lastIndex = from;
  return found.exec(text)?.index ?? -1;
}

/** Where the last one begins that leaves something behind it. */
export function lastVerbIn(text: string, least: number): number {
  const places = [...text.matchAll(new RegExp(`${VERB}(?![等的后前时])`, "g"))].map(
    ({ index }) => index,
  );
  return places.findLast((place) => text.length - place >= least) ?? -1;
}

export function endsInVerb(text: string): boolean {
  return ENDS_DOING.test(text);
}

export function endsTowards(text: string): boolean {
  return TOWARDS.test(text);
}
