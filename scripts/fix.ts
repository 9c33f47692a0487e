/** npm run fix: what is certain in the data is written in one way; first it says what would change. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { exportNamed } from "../src/exports/raw.ts";
import { fixFolder } from "../src/fix/fix.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { topicWords } from "../src/topics/words.ts";
import { withData } from "./lib/advice.ts";
import { CliError, run } from "./lib/cli.ts";
import { today } from "./lib/clock.ts";
import { changesText } from "./lib/fix-report.ts";
import { DATA_OPTION, readOptions } from "./lib/options.ts";
import { dataFolder, shownPath } from "./lib/places.ts";
import { progress } from "./lib/terminal.ts";
import { writeAll } from "./lib/write-all.ts";

await run(async () => {
  const { values } = readOptions({
    name: "fix",
    says: [
      "把数据里意思确定的写法统一：文字编码、换行、分隔符、列名、日期、数字、全角和多余的空格、写着“无”“—”的空格子。",
      "先只列出要改哪些；加 --write 才写。有两种读法的（1/2/2023）不动。网站读出的数一个也不变。",
      "退出码 0 是没有要改的，或者已经写好；3 是有要改的，还没有写；1 是做不成；2 是命令写得不对。",
    ].join("\n"),
    options: {
      data: DATA_OPTION,
      write: { says: "写进文件；要么全部写好，要么一个也不写" },
      all: { says: "每一处都列出来，不合并" },
    },
    examples: ["npm run fix", "npm run fix -- --write"],
  });
  const folder = dataFolder(values.data);
  const say = (text: string) => console.log(withData(text, values.data));
  if (!existsSync(folder)) throw new CliError(`没有 ${shownPath(folder)} 这个文件夹。`, 2);
  const line = progress();
  const disk = diskFolder(folder);
  const paths = ((await disk.files()) ?? []).map(({ path }) => path);
  const times = new Map(paths.map((path) => [path, timeOf(folder, path)]));
  const { files, left } = await fixFolder(disk, {
    givenFor: topicWords,
    exportNamed,
    today: today(),
    onProgress: (doing) => line.say(`正在看 ${doing}`),
  });
  line.end();
  for (const file of files) console.log(`${changesText(file, values.all)}\n`);
  for (const path of left) {
    console.log(`${shownPath(path)}：有的写法没有改，改了以后网站读出来会不一样\n`);
  }
  if (files.length === 0) {
    say(`${shownPath(folder)} 里没有要统一的写法。接着运行 npm run check。`);
    return 0;
  }
  const cells = files.reduce((sum, { changes }) => sum + changes.length, 0);
  const counted = `${files.length}个文件、${cells}处`;
  if (!values.write) {
    say(`共${counted}可以统一，什么也没有写。看过没有不对的，运行 npm run fix -- --write。`);
    return 3;
  }
  writeAll(
    files.map(({ path, text }) => ({ path: join(folder, path), text })),
    () => {
      const changed = files.find(({ path }) => timeOf(folder, path) !== times.get(path));
      if (!changed) return;
      const shown = shownPath(join(folder, changed.path));
      throw new CliError(`${shown} 刚刚被别的程序改过，什么也没有写。再运行一次。`);
    },
  );
  say(`已写好：${counted}。接着运行 npm run check，没有错误就提交。`);
  return 0;
});

/** When a file was last written. */
function timeOf(folder: string, path: string): number {
  return statSync(join(folder, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
