/**
 * Words of every office, which no name cuts in two. They say of most texts that there is no name to
 * look for, so that the segmenter's dictionary (70 MB) is not loaded for them.
 */
import { BEST_FIT, type Fit, type Sides } from "./fit.ts";
import { isWord } from "./surnames.ts";

const WORDS =
  "没有 办结 办理 办案 决定 决定书 处罚 处置 处理 按时 受理 审核 审查 审级 审批 诉求 诉讼 应诉 全年 年度 年报 本年度 公开 公布 公示 " +
  "单位 案件 立案 结案 数字 数据 数量 次数 总数 件数 天数 街道 社区 居委会 村委会 统计 反映 宣传 宣讲 宣传栏 宣传册 时间 日期 期限 时段 时限 " +
  "报告 执法 执法队 情况 法制 法治 法律 法规 规章 规定 规范 规划 规范性 应当 关于 问题 满意 非常 开展 行政 代理 普法 核对 经营 政府 事项 " +
  "结果 效果 成效 建设 内容 责任 责任制 检查 抽查 巡查 督察 督查 管理 出庭 开庭 程序 活动 加强 评价 复议 金额 系统 发现 完成 投诉 申请 " +
  "城市 城管 城区 学习 培训 业务 重大 群众 来源 项目 准予 违法 违建 违规 上级 燃气 门市 工作 平台 权力 行为 移送 商铺 主要 方式 制度 更正 " +
  "实施 履行 调解 争议 卫生 联系 联动 联合 名称 道路 渠道 通知 法人 有效 正面 监管 监督 信息 宪法 相对 思想 举措 范围 部门 科室 大队 中队 " +
  "综合 组织 安全 生产 限制 撤销 变更 改正 听证 类型 施工 主管 指导 专题 精神 要求 形式 推进 随机 更新 市容 环境 其他 机关 企业 坚持 登记 " +
  "中心 园林 绿化 环卫 保洁 供水 排水 供电 供气 供热 水务 市政 市场 广告 停车 噪声 噪音 油烟 垃圾 污水 河道 路灯 井盖 物业 房管 住建 " +
  "交通 公安 消防 教育 文化 旅游 民政 人社 医保 税务 应急 林业 农业 水利 财政 审计 信访 热线 窗口 服务 队伍 干部 职工 进展 说明 措施 " +
  "方案 计划 任务 落实 提高 完善 建立 健全 配合 协调 防止 不当 缺位 共享 职责 标准 线索 案例 交流 继续 推行 机制 日常 考核 法律顾问 新闻稿 " +
  "累计 平均 对照 发布 案由 材料 文件 文书 清单 台账 会议 讲座 培育 典型 公园 广场 门口 路口 小区 占道 乱停 乱放 摊位 夜市 夜间 可以 查证 图表 怎样";

/** The longer first: 决定书 is one word. */
const EVERYDAY = new RegExp(
  WORDS.split(" ")
    .sort((a, b) => b.length - a.length)
    .join("|"),
  "g",
);
const NO_FIT = -3;

/** Whether a text is nothing but such words. */
export const isEveryday = (text: string) => text.replace(EVERYDAY, "") === "";

/** A name would fit as well as can be wherever it neither cuts an everyday word nor begins with one. */
export class Everyday implements Fit {
  /** By place in the text: the everyday word that begins there, and whether it is inside one. */
  readonly #ends: number[] = [];
  readonly #inside: boolean[] = [];

  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    for (const { 0: word, index } of text.matchAll(EVERYDAY)) {
      this.#ends[index] = index + word.length;
      for (let at = index + 1; at < index + word.length; at++) this.#inside[at] = true;
    }
  }

  fit(start: number, end: number, surname: number, { told }: Sides): number {
    const isCut = this.#inside[start] || this.#inside[end] || this.#ends[start]! <= end;
    const isGiven = this.#ends[start + surname] === end && isWord(this.#text[start]!) && !told;
    return isCut || isGiven ? NO_FIT : BEST_FIT;
  }

  parted() {
    return { before: true, behind: true };
  }

  isName(): boolean {
    return true;
  }
}
