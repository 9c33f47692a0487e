/** How ledgers of 法制审核 say what 法制审核 says. */
import { legalReviews } from "../../datasets/legal_reviews.ts";
import type { Vocabulary } from "../profile.ts";

export const legalReviewsExported: Vocabulary = {
  dataset: legalReviews,
  heads: {
    review_no: ["审核编号"],
    case_no: ["案件编号", "立案号", "案号"],
    reviewed_on: ["审核时间", "审核日期", "法制审核时间", "审核完成时间"],
    conclusion: [
      "审核结论",
      "审核意见类型",
      "是否通过",
      "审核结果",
      "审核意见类别",
      "法制审核结论",
      "法制审核结果",
      "法制审核意见类型",
    ],
    reason: ["未通过原因", "退回原因"],
  },
  forms: {
    case_no: [/^(?:案件|立案)(?:编号|号)$/],
    reviewed_on: [/^(?:法制)?审核(?:完成|办结|作出)?日期$/],
    conclusion: [/^(?:法制)?审核(?:结论|结果|意见类型|意见类别|意见种类)$/],
    reason: [/^(?:未通过|不通过|退回|不同意)(?:原因|理由)$/],
  },
  about: /案件|案由|处罚|法制审核/,
  enough: 2,
  called: /法制审核/,
  notAbout: /文件|草案|决策|合同|协议|办法|送审稿|许可/,
  words: {
    conclusion: [
      [/^(?:同意|通过|是|审核通过|无(?:不同)?意见|无异议)$/, "通过"],
      [/^(?:同意|可以|准予)(?:给予|作出|拟)?(?:行政)?处罚(?:意见|决定|建议)?$/, "通过"],
      [
        /^(?:不同意|未同意|不通过|不予通过|审核[不未]通过|退回|退回补[正充]|予以退回|否)$/,
        "未通过",
      ],
      // 国办发〔2018〕118号: what is sent back for more has not passed.
      [
        /^(?!.*(?:通过|同意))(?:建议|需要?|退回)?(?:进一步)?(?:补充|补正|重新)(?:调查|取证|证据|材料)/,
        "未通过",
      ],
      // What is to be changed or put right has not passed as it was sent.
      [/^(?:建议)?(?:继续调查|补充调查|变更|纠正|改正)$|^已?(?:拒绝|驳回)$/, "未通过"],
      [
        /^(?!.*(?:通过|同意|可以|完善后)).*(?:退回(?:补充|重新|承办)|补充(?:调查|取证|证据|材料))/,
        "未通过",
      ],
    ],
  },
  // An approval that was taken back, or goes on, is no review yet.
  isOther: ({ under }) =>
    under(/^审批状态$/).some((text) =>
      /^(?:已)?(?:撤[销回]|终止|取消|转审)$|^(?:审批|进行|处理)中$/.test(text),
    ),
};
