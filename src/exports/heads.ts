/** How the heads of exports are compared: systems and versions write one thing in several ways. */
import { wordKey } from "../ingest/text/tidy.ts";

/**
 * What the writings of a head have in common: 行政处罚决定(书)文号 and 处罚决定文书号, 是否办结 and
 * 办结, 受理时间 and 受理日期, 罚款金额（万元） and 罚款金额.
 */
export function headKey(head: string): string {
  const known = keys.get(head);
  if (known !== undefined) return known;
  const key = keyOf(head);
  if (keys.size < REMEMBERED) keys.set(head, key);
  return key;
}
/** Asked for every row, of a few heads. */
const keys = new Map<string, string>();
const REMEMBERED = 2000;

function keyOf(head: string): string {
  const key = wordKey(head);
  return (
    key
      // The number of a question in a form: 1.活动日期（必填）, Q2：活动形式.
      .replace(/^q?\d{1,2}\s*[.、．:：)）]\s*(?=\p{Script=Han})/u, "")
      .replace(/[(（[【〔].*?[)）\]】〕]/g, "")
      .replace(/[*'"“”:：、,，/_.\s]/g, "")
      .replace(/时间/g, "日期")
      .replace(/编码$/, "编号")
      .replace(/做出/g, "作出")
      .replace(/^是否|^行政(?=处罚|许可|相对人|复议|诉讼)|^作出|书|(?<!目)的/g, "")
      .replace(/^作出|^行政(?=处罚|许可|相对人)/, "")
      .replace(/财务/g, "财物") || key
  );
}

/** Whether what stands under a head is personal, whichever system wrote it: it never leaves the export. */
export function isPersonalHead(head: string): boolean {
  const key = headKey(head);
  return !NOT_PERSONAL.test(key) && PERSONAL.test(key);
}
/** Of a person, who reports or is reported, or who handles the matter; and free text that tells of one. */
const PERSONAL = new RegExp(
  [
    "姓名|电话|手机|号码|证件|身份证|联系方式|邮箱|微信|qq|住址|地址|点位|案发地点|occurplace|性别|年龄|民族|出生",
    "相对人名称|相对人代码|当事人(?:名称)?$|法定代表人|(?:来电|联系|诉求|求助|投诉|举报|反映|申请|提交|填报|录入|回访)人员?(?:名称)?$",
    "留言用户|来电人|求助|市民诉求$|内容$|详情|回复|答复意见|标题|主题$(?<=留言主题)|企业名称|案件名称|违法事实|处理结果|办理结果",
    // The fields of 双公示: CF_XDR_MC, XK_FRDB, CF_SY.
    "^(?:cf|xk)(?:xdr(?!lb$)|fr|fddb|nr$|sy$|xkws$)",
    "(?:信访|来信|来访|写信|发信|咨询|建议|举报|投诉|上报|登记|采集|监督|责任|负责|代理|签收|办案|检查|受害|被侵害|委托代理)(?:人|员)(?:名称)?$|律师|采集员|监督员|(?:问题|位置|案件|事件|现场|案情)描述|(?:检查对象|主体|企业|商户|店铺|被投诉人|被举报人)(?:名称|姓名)|信用代码|注册号|机构代码|税务登记|证号$|位置$|经纬度|坐标",
    "执法人员|执法证|承办人|审核人|授课人|出庭负责人|执行人员|主办人|协办人|经办人|原告|被告$|第三人|申请人|审核意见$|流转过程|备注",
  ].join("|"),
);
/** 处罚机关统一社会信用代码 is the bureau's own. */
const NOT_PERSONAL = /机关|数据来源单位|被申请人|日期|[时期]限$|类型$|类别$|性质$|满意度?$|解决$/;
