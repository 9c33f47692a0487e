/** Headers that announce a column of personal data, whatever the dataset. */
export const PERSONAL_HEADER = new RegExp(
  [
    "姓名|身份证|证件号|护照|出生|健康|病情|车牌|信用代码|店名|字号",
    "手机|电话|联系方式|(?:来电|联系|求助|反映|投诉|举报)号码|微信|QQ|邮箱|email|e-mail",
    "银行|账号|帐号|卡号|经度|纬度|坐标",
    // 办公地址, 网络地址, 活动地址 are the bureau's own, or of the web.
    "住址|(?<!办公|机关|单位|活动|举办|举行|网络|链接|网页|网站|原文|公示|IP)地址|房号|门牌|楼栋|室号|房间",
    "业主|户主|住户|租户|房东",
    "工单内容|(?:诉求|答复|反映|投诉|举报|留言|来信|回复)(?:内容|详情)|(?:问题|诉求|事件)描述|市民诉求",
    "(?:当事人|投诉人|举报人|反映人|来电人|联系人|申请人|被处罚人|法定代表人|诉求人|留言用户)(?:名称|信息)?$",
    "^(?:name|phone|mobile|tel|address|id_?card)$",
  ].join("|"),
  "i",
);
