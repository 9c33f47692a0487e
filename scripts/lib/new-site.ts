/** site.yaml and vocabularies.yaml of a bureau that has nothing yet. */
import { readSiteConfig } from "../../src/ingest/config/site-config.ts";
import { Problems } from "../../src/ingest/problems/problems.ts";

/** What is asked; the rest of site.yaml is filled in by hand. */
type AskedName = "单位名称" | "单位简称" | "网站名称" | "数据性质" | "所在地区" | "网址" | "年份";

export const ASKED: readonly { name: AskedName; says: string; standard?: string }[] = [
  { name: "单位名称", says: "全称" },
  { name: "单位简称", says: "没有就空着" },
  { name: "网站名称", says: "", standard: "法治政府建设数据公开" },
  { name: "数据性质", says: "正式或演示", standard: "正式" },
  { name: "所在地区", says: "省、市、县，从大到小连着写" },
  { name: "网址", says: "公布后的完整网址，不知道就空着" },
  { name: "年份", says: "先公布哪一年，四位数字；空着是去年" },
];

export type Answers = Partial<Record<AskedName, string>>;

export function siteYaml(answers: Answers): string {
  const said = (name: keyof Answers, standard = "") => {
    const text = answers[name] || standard;
    return text === "" ? "" : ` ${JSON.stringify(text)}`;
  };
  return `# 本单位的网站设置。冒号用半角，后面空一格；不知道的留空，不要编造。

数据性质:${said("数据性质", "正式")}
单位名称:${said("单位名称")}
单位简称:${said("单位简称")}
网站名称:${said("网站名称", "法治政府建设数据公开")}
网站说明: 把年度法治政府建设报告里的每个数字公开成可以查证的数据和图表。
网址:${said("网址")}
所在地区:${said("所在地区")}
统一颜色:                 # 例如 "#24588a"；留空用默认的蓝色
数据许可:                 # 数据可以怎样使用，由本单位决定

联系方式:
  办公地址:
  办公电话:
  电子邮箱:
  办公时间:
  报告差错:               # 政府网站找错入口的网址

页脚标识:
  网站标识码:
  ICP备案号:
  公安备案号:
`;
}

/** What is wrong with one answer, in words for whoever gave it; null where nothing is. */
export function faultIn(name: AskedName, text: string): string | null {
  if (name === "年份") {
    return text === "" || /^(?:19|20)\d{2}$/.test(text) ? null : "年份写四位数字，例如 2024";
  }
  if (name === "单位名称" && text === "") return "单位名称不能空着";
  const problems = new Problems();
  readSiteConfig(siteYaml({ 单位名称: "某某局", [name]: text }), problems);
  const own = problems.list.find(({ severity }) => severity === "error");
  return own ? `${own.why}。${own.fix}` : null;
}

export const VOCABULARIES = `# 本单位自己的用词。写法：词: [别的写法, 别的写法]；没有别的写法就只写“词:”。
# 例如：
# 执法领域:
#   规划建设: [规划]
#   燃气:
`;
