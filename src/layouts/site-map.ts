/** The pages with an address of their own: navigation, footer and site map are made of this list. */

import { explored } from "../explore/pages.ts";
import type { Site } from "../site/year.ts";
import { aspectsOf } from "../tickets/of-site.ts";
import { shownTopics } from "../topics/shown.ts";

interface Entry {
  /** From the site's root. */
  href: string;
  label: string;
}

const page = (href: string, label: string): Entry => ({ href, label });
const HOME = page("", "首页");
export const QUESTIONS = page("questions/", "问题和历年的回答");
const FINDINGS = page("findings/", "核对");
export const DATA = page("data/", "数据");
export const EXPLORE = page("explore/", "逐行查看");
const CHARTS = page("charts/", "全部图表");
const FIGURES = page("figures/", "全部数字");
const COMPARE = page("compare/", "两年比较");
export const SEARCH = page("search/", "查找");
export const REPORT_ERROR = page("report-error/", "报告差错");
export const CORRECTIONS = page("corrections/", "更正");
export const STAFF = page("staff/", "工作人员");
export const VERIFY = page("verify/", "怎样核对本站");
const ABOUT = page("about/", "关于本站");
/** The part of it that says what is missing. */
export const UNPUBLISHED = { id: "unpublished", ...page("about/#unpublished", "还没有公布的") };
const ACCESSIBILITY = page("accessibility/", "无障碍说明");
const SITE_MAP = page("sitemap/", "站点地图");

/** At the head of every page. */
export function navigation(site: Site): Entry[] {
  return [
    page(`${site.latest.year}/`, "年度报告"),
    ...shownTopics(site).map(({ id, nav }) => page(`${id}/`, nav)),
    FINDINGS,
    DATA,
  ];
}

/** Below the questions of the home page: where the rest is found. */
export const WAYS: readonly Entry[] = [
  SEARCH,
  QUESTIONS,
  FIGURES,
  CHARTS,
  COMPARE,
  { ...DATA, label: "数据下载" },
];

/** At the foot of every page. */
export const FOOTER: readonly Entry[] = [
  ABOUT,
  ACCESSIBILITY,
  { ...DATA, label: "数据下载" },
  CHARTS,
  FIGURES,
  SITE_MAP,
  CORRECTIONS,
  VERIFY,
  REPORT_ERROR,
  STAFF,
];

/** All of them, as the site map lists them. */
export function allPages(site: Site): Entry[] {
  return [
    HOME,
    ...site.years.map(({ year }) => page(`${year}/`, `${year}年度报告`)).reverse(),
    ...shownTopics(site).map(({ id, label }) => page(`${id}/`, label)),
    ...aspectsOf(site).map(({ id, noun }) => page(`${id}/`, `各${noun}的诉求`)),
    QUESTIONS,
    FINDINGS,
    DATA,
    ...(explored(site).length > 0 ? [EXPLORE] : []),
    CHARTS,
    FIGURES,
    COMPARE,
    SEARCH,
    CORRECTIONS,
    VERIFY,
    REPORT_ERROR,
    ABOUT,
    ACCESSIBILITY,
  ];
}
