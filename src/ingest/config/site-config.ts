/** site.yaml: who the bureau is, and how it is reached. */
import * as z from "zod";
import { selfOf } from "../../text/self.ts";
import type { Problems } from "../problems/problems.ts";
import { nearest } from "../text/nearest.ts";
import { sayPersonalInYaml } from "./personal-yaml.ts";
import {
  type ListedQuestion,
  listedQuestions,
  questionSchema,
  questionsSchema,
} from "./questions.ts";
import { SITE_FILE } from "./site-file.ts";
import { type ListedTopic, listedTopics, topicSchema, topicsSchema } from "./topics.ts";
import { readYaml, type YamlFile } from "./yaml.ts";
import { readYearlyPapers, type YearlyPapers } from "./yearly-papers.ts";
import { type DataDays, readDataDays } from "./years.ts";

const text = z.string().trim().default("");
const url = text.refine((value) => value === "" || /^https?:\/\/[^\s"<>]+$/.test(value), {
  message: "网址要以 http:// 或 https:// 开头，中间没有空格|写完整的网址，或者留空",
});

/** Contrast of a colour with white paper, as WCAG measures it: 1 to 21. */
function contrastWithWhite(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

/** The keys as staff write them. A field without a value is left out of the pages, never invented. */
const siteSchema = z.strictObject({
  数据性质: z.enum(["正式", "演示"], { message: "数据性质只有两种|写“正式”或“演示”" }),
  单位名称: z.string().trim().min(1, "必须填写|填写单位全称"),
  单位简称: text,
  自称: text.refine((value) => value.length <= 8, {
    message: "自称太长，句子里放不下|写“本局”“本级政府”“本单位”这样的短词，或者留空",
  }),
  地点名称: text.refine((value) => value.length <= 6, {
    message: "地点名称太长，句子里放不下|写“街道”“社区”“村”“乡镇”这样的短词，或者留空",
  }),
  网站名称: z.string().trim().min(1, "必须填写|例如：法治政府建设数据公开"),
  网站说明: text,
  网址: url,
  所在地区: text,
  统一颜色: text
    .refine((value) => !/^#[0-9a-f]{6}$/i.test(value) || contrastWithWhite(value) >= 4.5, {
      message: "颜色太浅，在白底上看不清|换一个深一些的颜色（与白色的对比不低于4.5比1），或者留空",
    })
    .refine((value) => value === "" || /^#[0-9a-f]{6}$/i.test(value), {
      message: '颜色要写成井号加六位十六进制数|例如 "#24588a"，或者留空',
    }),
  数据许可: text,
  栏目: topicsSchema,
  问题: questionsSchema,
  改过编号的图: z
    .record(
      z.string(),
      z
        .string()
        .trim()
        .regex(
          /^[a-z][a-z0-9-]*$/,
          "编号只有小写字母、数字和减号|写图现在的编号，就是它网址里的那一段",
        ),
    )
    .prefault({}),
  联系方式: z
    .strictObject({ 办公地址: text, 办公电话: text, 电子邮箱: text, 办公时间: text, 报告差错: url })
    .prefault({}),
  页脚标识: z.strictObject({ 网站标识码: text, ICP备案号: text, 公安备案号: text }).prefault({}),
  // Read by readYearlyPapers.
  年度文件: z.unknown().optional(),
  // Read by readDataDays.
  年度: z.unknown().optional(),
});

export interface SiteConfig {
  demo: boolean;
  bureau: string;
  shortName: string;
  /** What it calls itself in a sentence: 本局, 本级政府. */
  self: string;
  /** What it calls places: 街道, 社区; while it is read, empty where it names none. */
  place: string;
  title: string;
  description: string;
  /** Published address with its sub-path and a slash at the end; empty when not allowed. */
  url: string;
  region: string;
  colour: string;
  licence: string;
  /** Topics as the bureau names and orders them, and those of its own. */
  topics: readonly ListedTopic[];
  /** Questions of the home page as the bureau orders them. */
  questions: readonly ListedQuestion[];
  /** Charts of its own numbers that had another id: old → new. */
  renamed: Readonly<Record<string, string>>;
  contact: { address: string; phone: string; email: string; hours: string; report: string };
  footer: { identifier: string; icp: string; police: string };
  papers: YearlyPapers;
  /** By year, the day up to which its data go, where it is said. */
  dataDays: DataDays;
}

/** Fields a government site owes; empty ones are named in a build warning. */
const OWED = [
  ["网址"],
  ["联系方式", "办公电话"],
  ["联系方式", "报告差错"],
  ["页脚标识", "网站标识码"],
  ["页脚标识", "ICP备案号"],
  ["页脚标识", "公安备案号"],
] as const;

/** What the site cannot do while a field is empty. */
const WITHOUT: Readonly<Record<string, string>> = {
  网址: "没有网址，就没有给查找网站用的网页清单、订阅和分享用的完整网址，嵌入代码里的网址要用的人自己换",
};

/** How the bureau itself is reached: in these fields it is nobody's personal data. */
const OWN_CONTACTS = {
  办公地址: ["楼栋房号", "门牌号", "村组"],
  办公电话: ["电话号码", "手机号码"],
  电子邮箱: ["电子邮箱", "电话号码", "手机号码"],
};

/** Readers who find an error are told where to say so, or that there is nowhere. */
function sayUnreachable(contact: SiteConfig["contact"], problems: Problems): void {
  const { report, email, phone, address } = contact;
  if (report || email || phone || address) return;
  problems.add({
    code: "no-contact",
    file: SITE_FILE,
    why: "联系方式一项也没有填，“报告差错”页上只能写“还没有公布”",
    fix: "在“联系方式”下面填电子邮箱、办公电话或者政府网站找错的网址（报告差错），有一项就可以",
  });
}

function sayOwed(owed: readonly (typeof OWED)[number][], yaml: YamlFile, problems: Problems): void {
  const what = {
    code: "yaml-blank",
    file: SITE_FILE,
    fix: "知道后补上；不知道就留空，不要编造",
  } as const;
  for (const path of owed.filter(yaml.has)) {
    problems.add({
      ...what,
      cell: `第${yaml.lineOf(path)}行`,
      value: path.join(" › "),
      why: WITHOUT[path.join()] ?? "这些项没有填，页面上不会出现",
    });
  }
  const absent = owed.filter((path) => !yaml.has(path)).map((path) => path.join(" › "));
  if (absent.length === 0) return;
  const costs = absent.flatMap((name) => WITHOUT[name] ?? []);
  problems.add({
    ...what,
    why: [`没有写这些项，页面上不会出现：${absent.join("、")}`, ...costs].join("。"),
  });
}

/** Reads site.yaml; null when it cannot be used, and then the problems say why. */
export function readSiteConfig(source: string, problems: Problems): SiteConfig | null {
  const yaml = readYaml(source, SITE_FILE, problems);
  if (!yaml) return null;
  sayPersonalInYaml(source, yaml, SITE_FILE, problems, OWN_CONTACTS);
  const papers = readYearlyPapers(yaml, SITE_FILE, problems);
  const dataDays = readDataDays(yaml, problems);
  const parsed = siteSchema.safeParse(withoutNulls(yaml.value ?? {}));
  if (!parsed.success) {
    const wrong = parsed.error.issues.flatMap((issue) => wrongFields(issue, yaml.value));
    for (const { path, ...what } of wrong.sort(
      (a, b) => yaml.lineOf(a.path) - yaml.lineOf(b.path),
    )) {
      problems.add({
        code: "yaml-field",
        file: SITE_FILE,
        ...(yaml.has(path) ? { cell: `第${yaml.lineOf(path)}行` } : {}),
        column: path.join(" › "),
        ...what,
      });
    }
    return null;
  }
  const site = parsed.data;
  const owed = OWED.filter((path) => {
    const value = path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], site);
    return value === "";
  });
  sayOwed(owed, yaml, problems);
  const contact = {
    address: site.联系方式.办公地址,
    phone: site.联系方式.办公电话,
    email: site.联系方式.电子邮箱,
    hours: site.联系方式.办公时间,
    report: site.联系方式.报告差错,
  };
  sayUnreachable(contact, problems);
  return {
    demo: site.数据性质 === "演示",
    bureau: site.单位名称,
    shortName: site.单位简称 || site.单位名称,
    self: site.自称 || selfOf(site.单位名称),
    place: site.地点名称,
    title: site.网站名称,
    description: site.网站说明,
    url: site.网址 === "" || site.网址.endsWith("/") ? site.网址 : `${site.网址}/`,
    region: site.所在地区,
    colour: site.统一颜色,
    licence: site.数据许可,
    topics: listedTopics(site.栏目),
    questions: listedQuestions(site.问题),
    contact,
    footer: {
      identifier: site.页脚标识.网站标识码,
      icp: site.页脚标识.ICP备案号,
      police: site.页脚标识.公安备案号,
    },
    renamed: site.改过编号的图,
    papers,
    dataDays,
  };
}

/** An empty value in YAML is an empty text here. */
function withoutNulls(value: unknown): unknown {
  if (value === null) return undefined;
  if (typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, withoutNulls(inner)] as const)
      .filter(([, inner]) => inner !== undefined && inner !== ""),
  );
}

interface WrongField {
  path: readonly (string | number)[];
  value: string;
  why: string;
  fix: string;
}

/** What a clerk can do about one complaint of the schema. */
function wrongFields(issue: z.core.$ZodIssue, site: unknown): WrongField[] {
  const path = issue.path.filter((part) => typeof part !== "symbol");
  if (issue.code === "unrecognized_keys") {
    const allowed = Object.keys(
      path.length === 0
        ? siteSchema.shape
        : path[0] === "栏目"
          ? topicSchema.shape
          : path[0] === "问题"
            ? questionSchema.shape
            : (siteSchema.shape[path[0] as "联系方式"].unwrap().shape as object),
    );
    return issue.keys.map((key) => {
      const near = nearest(key, allowed);
      const fix = near ? `是不是“${near}”？` : `可用的有：${allowed.join("、")}`;
      return { path: [...path, key], value: key, why: "没有这一项", fix };
    });
  }
  const written = path.reduce<unknown>(
    (node, key) => (node as Record<string, unknown> | null)?.[key],
    site,
  );
  const value = typeof written === "string" ? written : "";
  const [why, fix] = issue.message.split("|");
  if (fix) return [{ path, value, why: why ?? "", fix }];
  const name = path.join(" › ");
  if (written === undefined || written === null || written === "") {
    return [{ path, value, why: `缺少“${name}”`, fix: `写成“${path.at(-1)}: ……”` }];
  }
  return [
    {
      path,
      value,
      why: "这里的写法不对，多半是缩进错了一层",
      fix: "对照样例，核对这一项和它下面各行的缩进",
    },
  ];
}
