/** npm run build: checks the data and turns them into the finished site. */
import { resolve } from "node:path";
import { buildSite } from "./lib/build.ts";
import { run } from "./lib/cli.ts";
import { DATA_OPTION, readOptions } from "./lib/options.ts";
import { dataFolder, shownPath, siteFolder } from "./lib/places.ts";

await run(async () => {
  const { values } = readOptions({
    name: "build",
    says: "先检查数据，没有错误就生成网站。生成到一半中断，原来的网站不变。",
    options: {
      data: DATA_OPTION,
      out: { value: "文件夹", says: "网站放在哪里，默认是 dist；里面原来的网站会整个换掉" },
      "no-pictures": { says: "不画图片（PNG），它们的位置放空白的：试数据时快些，不要发布" },
    },
    examples: ["npm run build", "npm run build -- --data examples/demo/data --out dist-demo"],
  });
  const out = values.out ? resolve(values.out) : siteFolder();
  const pictures = !values["no-pictures"];
  if (!(await buildSite(dataFolder(values.data), out, { pictures }))) return 1;
  console.log(
    `\n网站在 ${shownPath(out)}。` +
      (values.out ? "" : "在本机看：npm start -- --no-build；") +
      "发布：把这个文件夹里的全部内容上传到网站目录。",
  );
  return 0;
});
