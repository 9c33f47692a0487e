/** What stands at the address of a page that was published once and is no more. */
import type { SiteConfig } from "../ingest/config/site-config.ts";
import { demoBefore, demoNamed } from "../text/demo.ts";
import { escaped } from "../text/escape.ts";

/** `parent` is HTML text, the title of the page to go to; `up` leads there. */
export function lostPageHtml({ bureau, demo }: SiteConfig, parent: string, up: string): string {
  const said = `${demoBefore(demo, "：")}这一页已经不再公布。`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escaped(demoNamed(`${said.slice(0, -1)}_${bureau}`, demo))}</title>
</head>
<body>
<h1 style="font-size:1.25rem">${said}</h1>
<p>现在可以看：<a href="${up}">${parent}</a></p>
</body>
</html>
`;
}
