/** What the development server shows instead of a page while the data have errors. */

import { KINDS } from "../../src/ingest/problems/kinds.ts";
import type { Problem } from "../../src/ingest/problems/problems.ts";
import { placesText, problemCounts } from "../../src/ingest/problems/words.ts";
import { escaped } from "../../src/text/escape.ts";

/**
 * A whole page that reloads itself once the data changed: told by Vite's client, and, as that may
 * not be connected yet at the moment of the change, by asking for the version it shows (its ETag).
 */
export function problemPage(problems: readonly Problem[], version: string): string {
  const errors = problems.filter((problem) => problem.severity === "error");
  const warnings = problems.filter((problem) => problem.severity === "warning");
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>数据有${problemCounts(errors)}</title>
<style>${STYLE}</style>
<script type="module" src="/@vite/client"></script>
<script>
setInterval(async () => {
  const now = await fetch("", { method: "HEAD", headers: { Accept: "text/html" } }).catch(() => null);
  if (now && now.headers.get("ETag") !== '"${version}"') location.reload();
}, 1500);
</script>
</head>
<body>
<main>
<h1>数据有${problemCounts(errors)}，网站暂时不能显示</h1>
<p>改好下面各处并保存，这个页面会自己恢复，不用刷新。</p>
<ol>${errors.map(item).join("")}</ol>
${warnings.length > 0 ? `<h2>另有${problemCounts(warnings)}，不影响生成</h2><ul>${warnings.map(item).join("")}</ul>` : ""}
</main>
</body>
</html>
`;
}

function item(problem: Problem): string {
  const column = problem.column ? `（${problem.column}）` : "";
  return `<li>
<h3>${escaped(KINDS[problem.code][1])}</h3>
<dl>
<dt>文件</dt><dd>${escaped(problem.file)}</dd>
${problem.places.length > 0 ? `<dt>位置</dt><dd>${escaped(placesText(problem) + column)}</dd>` : ""}
<dt>原因</dt><dd>${escaped(problem.why)}</dd>
<dt>改法</dt><dd>${escaped(problem.fix)}</dd>
</dl>
</li>`;
}

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; font: 18px/1.7 system-ui, "Noto Sans SC", "Microsoft YaHei", sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { font-size: 1.5rem; line-height: 1.4; }
h2 { font-size: 1.2rem; margin-top: 2.5rem; }
h3 { font-size: 1.05rem; margin: 0; }
ol, ul { padding-left: 1.6rem; }
li { margin: 0 0 1.5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: .25rem 0 0; }
dt { color: GrayText; color: light-dark(#555, #aaa); }
dd { margin: 0; overflow-wrap: anywhere; }`;
