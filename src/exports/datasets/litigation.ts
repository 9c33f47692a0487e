/** How 复议 lists and 应诉 ledgers say what 诉讼、复议、仲裁 says. */
import { litigation } from "../../datasets/litigation.ts";
import type { Vocabulary } from "../profile.ts";

export const litigationExported: Vocabulary = {
  dataset: litigation,
  heads: {
    dispute_no: ["案号", "案件编号", "争议编号", "收案号"],
    category: ["类别", "案件类别"],
    instance: ["审级", "审理程序"],
    role: ["本局地位", "诉讼地位"],
    accepted_on: ["收案日期", "应诉通知书签收日期", "受理日期", "立案日期"],
    body: ["受理法院", "审理法院", "复议机关", "机关或法院"],
    act: ["具体行政行为名称", "被诉行为", "案由"],
    state: ["案件状态", "状态"],
    result: ["裁判结果", "结案种类", "判决结果", "结果", "结案方式"],
    closed_on: ["结案日期", "结案时间"],
    heard: ["是否开庭", "开庭"],
    head_appeared: ["负责人是否出庭", "负责人出庭", "行政机关负责人出庭应诉", "出庭情况"],
  },
  words: {
    state: [
      [/^(?:办理中|审理中|未办结|未结|未结案|待审理)$/, "在办"],
      [/^(?:已办结|办结|结案|已结案|已审结|审结)$/, "已结"],
    ],
    result: [
      ["驳回", "驳回复议申请"],
      ["终止", "撤回申请终止"],
      ["未结案", ""],
      [/^全部撤销(?:并?重作|.*重新作出.*)?$/, "撤销"],
      [/^部分撤销(?:并?重作|.*重新作出.*)?$/, "部分撤销"],
      [/^(?:履行法定职责|限期履行|责令履行法定职责)$/, "责令履行"],
      ["履行给付义务", "给付"],
      [/^行政协议(?:履行|补偿|责任).*$/, "承担协议责任"],
      // The ruling or judgment before it stands.
      [/^驳回上诉.*$/, "驳回上诉"],
      [/^.*发回重审$/, "发回重审"],
      [/^准许.*改变.*撤诉$/, "改正后撤诉"],
      [/^准许.*撤诉$/, "准许撤诉"],
      ["终结诉讼", "其他"],
    ],
    head_appeared: [
      [/^(?:出庭|正职出庭|副职出庭|已出庭)$/, "是"],
      ["未出庭", "否"],
    ],
  },
  derive(row) {
    if (!row.state && (row.closed_on || row.result)) row.state = "已结";
  },
};
