/** npm run verify: builds a published site again from its commit and names every file that is not the same. */
import { CliError, run } from "./lib/cli.ts";
import { MANIFEST, sumOf } from "./lib/manifest.ts";
import { readOptions } from "./lib/options.ts";
import { type Differences, differences, publishedSite } from "./lib/published-site.ts";
import { rebuild } from "./lib/rebuild.ts";

const NOT_THE_SAME =
  "有不同。先重新上传整个 dist；还是不同的，看服务器有没有在网页里加东西，或者生成时有没有没提交的改动。";

await run(async () => {
  const { values, rest } = readOptions({
    name: "verify",
    says:
      "核对一个公布的网站：先看每个文件是不是清单（manifest.json）里写的那样，再取出清单里的提交，\n" +
      "重新生成一遍，逐个文件比较。不一样、缺少、多出的，一个一个列出来。\n" +
      "退出码 0 是完全一样，1 是有不同。",
    options: {
      files: { says: "只看文件和清单是否一致，不重新生成" },
      data: { value: "文件夹", says: "数据不在提交里时，数据文件夹在哪里" },
    },
    rest: "网址或文件夹",
    examples: [
      "npm run verify -- dist",
      "npm run verify -- https://www.example.gov.cn/sj/ --files",
    ],
  });
  const [where] = rest;
  if (where === undefined || rest.length > 1)
    throw new CliError("要写一个网址或者文件夹，例如 npm run verify -- dist", 2);
  const site = await publishedSite(where);
  const { manifest } = site;
  console.log(
    `${where}：清单里 ${manifest.outputs.length} 个文件，程序 ${manifest.program.version}，提交 ${manifest.commit ?? "没有写"}。`,
  );
  if (!manifest.clean)
    console.log("注意：生成时程序或数据有还没有提交的改动，重新生成的可能与它不同。");
  if (manifest.blank)
    console.log(
      "注意：生成时用了 --no-pictures，图片都是空白的，这个网站不能发布；下面照样不画图片来比较。",
    );
  const changed = say("与清单比较", differences(manifest.outputs, site.files));
  if (values.files) {
    console.log(
      changed
        ? NOT_THE_SAME
        : "文件都与清单一致。要核对是不是由那个提交生成的，去掉 --files 再运行。",
    );
    return changed ? 1 : 0;
  }
  console.log("正在按提交重新生成……");
  const again = rebuild(manifest, values.data);
  const other = say(
    "与重新生成的比较",
    differences(
      [...again.files, { path: MANIFEST, sha256: sumOf(again.text) }],
      [...site.files, { path: MANIFEST, sha256: sumOf(site.text) }],
    ),
  );
  console.log(
    changed || other
      ? NOT_THE_SAME
      : "每个文件都与重新生成的一样：这个网站就是由这个提交的程序和数据生成的。不用再做什么。",
  );
  return changed || other ? 1 : 0;
});

/** Every file by its name; whether there was any. */
function say(what: string, { differing, missing, extra }: Differences): boolean {
  const lines = [
    ...differing.map((path) => `  不一样：${path}`),
    ...missing.map((path) => `  缺少：${path}`),
    ...extra.map((path) => `  多出：${path}`),
  ];
  console.log(`${what}：${lines.length === 0 ? "完全一样。" : `${lines.length} 个文件不同。`}`);
  if (lines.length > 0) console.log(lines.join("\n"));
  return lines.length > 0;
}
