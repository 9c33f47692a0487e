/** 电子邮箱, 微信号, QQ号. */
import type { PersonalKind } from "./kind.ts";

/** Whose letters go to persons: with these behind it, another sign stands for @. */
const MAILS =
  "(?:(?:vip ?\\. ?)?(?:qq|163|126|yeah|139|189|188|wo|sina|sohu|foxmail|gmail|outlook|hotmail|live|msn|yahoo|icloud|me|aliyun|tom|21cn|263|eyou|189cn|proton(?:mail)?))";
/** A full stop or comma of the Chinese keyboard as well. */
const DOT = "(?: ?[.。,] ?| ?[[({](?:dot|点)[\\])}] ?| dot |点)";

const email: PersonalKind = {
  name: "电子邮箱",
  // Tried only where a name begins: 32,000 letters without an @ are passed over once.
  pattern: new RegExp(
    [
      "(?<![\\w.+-])[\\w.+-]+(?: ?@ ?| ?[[({] ?(?:at|@|艾特|圈a) ?[\\])}] ?)[\\w-]+(?:\\.[\\w.]+| \\. ?[a-z]+)",
      `(?<![\\w.+-])[\\w.+-]+ ?(?:[@#*&$!ⓐ]| at |艾特|[[({] ?(?:at|@|艾特|圈a) ?[\\])}]) ?${MAILS}${DOT}(?:com|cn|net)(?![a-z])`,
    ].join("|"),
    "gi",
  ),
};

/** Nothing of a 公众号 or 小程序, which are the bureau's own. */
const wechat: PersonalKind = {
  name: "微信号",
  pattern:
    /wxid_\w{6,24}|(?:(?<!公众号的?)(?:微 ?信|[威徽薇巍]信)(?:[账帐]号|号码?|id)?|(?<![a-z])(?:vx|v信|wechat|weixin)|[加+➕](?:v|微|薇|wx)(?!信))[:：是为( ]{0,3}[a-z][\w-]{5,19}|(?:[加+➕](?:v|微|薇|wx)信?|微信(?:[账帐]号|号码?|id|同[名号]|(?=\())|(?<![a-z])(?:vx|v信)|(?<![a-z])wx(?=[:： ]{1,2}\w*\d))[:：是为( ]{0,3}(?:[a-z][\w-]{5,19}|\d{6,11}(?!\d))/gi,
};

const qq: PersonalKind = {
  name: "聊天软件的账号",
  pattern:
    /(?:(?:(?<![a-z])q ?q|扣 ?扣|企鹅号)(?:群?(?:主|友|管)?号?码?|是?(?:我|他|她|本人)的?)?|(?<![a-z\d])q(?=[:：号]))号?[:：是为( ]{0,3}[1-9]\d{4,10}(?!\d| ?[人个元])/gi,
};

const alipay: PersonalKind = {
  name: "支付宝账号",
  chinese: true,
  pattern:
    /支付宝(?:[账帐]号|号码?)?[:：是为( ]{0,3}(?:[a-z][\w-]{5,19}|\d{6,11}(?!\d| ?[元件户人笔次]))/gi,
};

/** Of the bureau's own there is 官方抖音号. */
const social: PersonalKind = {
  name: "网络账号",
  pattern:
    /(?<!官方|政务|[本我]局|单位)(?:抖音|快手|小红书|微博|陌陌|钉钉|飞书|闲鱼|淘宝|旺旺)(?:[账帐]号|号码?|id|昵称|用户名)[:：是为( ]{0,3}[a-z\d][\w.-]{4,29}|(?<![a-z])(?:telegram|whatsapp|skype|facebook|twitter)(?:[账帐]号|号码?|id)?[:：是为( ]{0,3}[@+]?[a-z\d][\w.-]{4,29}/gi,
};

/** A name of letters with a digit or a stroke in it, some words behind the program that it is used in. */
const handle: PersonalKind = {
  name: social.name,
  chinese: true,
  pattern:
    /(?<=(?:微信|抖音|快手|微博|小红书|飞机|电报|telegram|(?<![a-z])tg)[^\n。;；]{0,14}(?:号|id|@)[:：是为 (]{0,2}@?)[a-z](?=[a-z.]*[\d_])[\w.]{4,24}/gi,
  confirmed: (_match, { before }) => !/官方|政务|公众号|视频号|小程序|服务号|订阅号/.test(before),
};

export const ONLINE: readonly PersonalKind[] = [email, wechat, qq, alipay, social, handle];
