/** npm run release: what the site shows now becomes a version whose addresses never change. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EDITIONS_FOLDER } from "../src/editions/define.ts";
import { buildSite } from "./lib/build.ts";
import { CliError, run } from "./lib/cli.ts";
import { today } from "./lib/clock.ts";
import { DATA_OPTION, readOptions } from "./lib/options.ts";
import { dataFolder, shownPath } from "./lib/places.ts";

await run(async () => {
  const { values } = readOptions({
    name: "release",
    says:
      "把网站现在的每张图、每一年留成一个版本，写进数据文件夹里的 releases/：图片、数据、嵌入从此\n" +
      "有不变的网址 /r/版本/编号/年度/。只写与上一个版本不同的图。一天一个版本，名称就是日期。\n" +
      "退出码 0 是写好了或没有变化；3 是写了，但有人要看：关于个人的事只多了或少了几件，也没有写原因；\n1 是没有写，2 是命令写得不对。",
    options: {
      data: DATA_OPTION,
      withdraw: {
        value: "版本/编号-年度",
        says: "撤下已发布的一张图：网址留下，只写“已经撤下”；git 的历史里仍有，要另外清除",
      },
    },
    examples: ["npm run release", "npm run release -- --withdraw 2024-02-01/cases-by-field-2023"],
  });
  const data = dataFolder(values.data);
  if (values.withdraw !== undefined) return withdraw(data, values.withdraw);
  const day = today();
  process.env.SITE_RELEASE = day;
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  try {
    const built = join(folder, "site");
    const stays = shownPath(join(data, EDITIONS_FOLDER));
    if (!(await buildSite(data, built, { pictures: false, stays }))) return 1;
    // The build has loaded all that draws; a withdrawal needs none of it.
    const { currentSite } = await import("../src/load/current.ts");
    const { recordEdition } = await import("./lib/record-edition.ts");
    const { sayRecorded } = await import("./lib/record-report.ts");
    const site = await currentSite();
    return sayRecorded(site, recordEdition(site, data, built, day), data);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function withdraw(data: string, name: string): number {
  const file = join(data, EDITIONS_FOLDER, `${name}.json.gz`);
  if (!/^[\w-]+\/[\w-]+$/.test(name) || !existsSync(file))
    throw new CliError(
      `没有“${name}”这一版。写法：版本/编号-年度，例如 2024-02-01/cases-by-field-2023`,
      2,
    );
  writeFileSync(file, "");
  console.log(
    `撤下了 ${name}，它的网址以后只写“已经撤下”。\n下一步：提交 ${shownPath(join(data, EDITIONS_FOLDER))}，npm run build 后上传；git 的历史里还有原文件，有个人信息的要清除历史。`,
  );
  return 0;
}
