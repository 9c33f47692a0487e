/** What press pastes into an article, by the program that it writes in: each lets other things through. */
import type { Site } from "../site/year.ts";
import { demoBefore } from "../text/demo.ts";
import { escaped } from "../text/escape.ts";
import { yearPageOf } from "./define.ts";
import { embedPath, figureCode, pictureCode, scriptCode } from "./embed.ts";
import { pictureAddress } from "./pictures/kinds.ts";
import { pinnedAddress } from "./pinned.ts";
import type { Rendered } from "./render.ts";

export interface HostCode {
  /** The programs that take it. */
  host: string;
  /** Names the text for those who hear the page. */
  label: string;
  /** What to do with it there. */
  how: string;
  text: string;
  /** It is words and this picture, not code: the address of the picture. */
  picture?: string;
}

/** `base` is the site's address, or words in its place. */
export function codesOf(site: Site, rendered: Rendered, base: string): HostCode[] {
  const { chart, year, source } = rendered;
  const { bureau, demo } = site.config;
  const title = `${demoBefore(demo, "：")}${rendered.title}`;
  const page = `${base}${yearPageOf(chart, year)}`;
  const picture = `${base}${pictureAddress(chart, year, "chart")}`;
  const link = `<a href="${escaped(page)}">${escaped(`${bureau}，${year}年`)}</a>`;
  const caption = `${escaped(title)}。来源：${link}`;
  const image = pictureCode(rendered, base);
  // No column of a forum or a letter makes it smaller by itself.
  const fitting = image.replace("<img ", '<img style="max-width:100%;height:auto" ');
  const figure = `<figure>${fitting}<figcaption>${caption}</figcaption></figure>`;
  const web = `${figureCode(site, rendered, base, { caption })}\n${scriptCode(base)}`;
  const pinned = pinnedAddress(site, rendered);
  return [
    {
      host: "网页、CMS",
      label: "嵌入代码",
      how: "粘贴到文章的 HTML 里。没有最后一行的脚本也能用，图的高低按栏宽估算；有脚本，高低分毫不差，一页放几张图，脚本一行就够。存下来只剩一行说明的，是编辑器删掉了 iframe：用“会删 iframe 的编辑器”的代码。",
      text: web,
    },
    ...(pinned === null
      ? []
      : [
          {
            host: "固定版",
            label: "固定版的代码",
            how: "图、标题和数字永远是现在这样；以后有更正，只在上面多一句话，链接到改过的图。",
            text: `${figureCode(site, rendered, base, { caption, address: pinned })}\n${scriptCode(base)}`,
          },
        ]),
    {
      host: "微信、Word",
      label: "图片和文字",
      how: "微信的编辑器不收外面的网页。“复制”把图和文字一起带走；图没有跟来，就下载图片再插入。",
      text: `${title}\n来源：${source}\n${page}`,
      picture,
    },
    {
      host: "WordPress",
      label: "WordPress 区块",
      how: `有“嵌入”区块的，只粘贴这张图的网页地址，单独一行：${page}。不能嵌入的账号，把下面的粘贴到“自定义 HTML”区块。`,
      text: `<!-- wp:image {"linkDestination":"custom"} -->
<figure class="wp-block-image">${image}<figcaption class="wp-element-caption">${caption}</figcaption></figure>
<!-- /wp:image -->`,
    },
    {
      host: "Ghost",
      label: "Ghost 卡片",
      how: "在文章里输入 /html，粘贴到 HTML 卡片里。",
      text: `<!--kg-card-begin: html-->\n${web}\n<!--kg-card-end: html-->`,
    },
    {
      host: "Markdown",
      label: "Markdown",
      how: "图片链接到这张图的网页。",
      text: `[![${marked(title)}](${destination(picture)})](${destination(page)})\n\n${marked(title)}。来源：[${marked(`${bureau}，${year}年`)}](${destination(page)})`,
    },
    {
      host: "会删 iframe 的编辑器",
      label: "图片的代码",
      how: "论坛、邮件、很多编辑器删掉 iframe 和脚本，图片和链接留得住。",
      text: figure,
    },
    {
      host: "不收 iframe 的网页",
      label: "自定义元素",
      how: "网站收自定义元素和脚本的，用这个；没有脚本，剩下图片和有链接的说明。",
      text: `<chart-embed src="${escaped(base)}${embedPath(rendered)}" title="${escaped(title)}">${figure}</chart-embed>\n${scriptCode(base)}`,
    },
  ];
}

/** Where a link of Markdown leads. Editors that clean the source take an address in <> for a tag. */
function destination(address: string): string {
  return /[\s()<>]/.test(address) ? `<${address}>` : address;
}

/** Text of which Markdown makes nothing else. */
function marked(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+.!|~&-]/g, "\\$&");
}
