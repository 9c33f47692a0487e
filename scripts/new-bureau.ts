/** npm run new-bureau: an empty data folder of another bureau, in the place of the first one's. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { createInterface, type Interface } from "node:readline/promises";
import { parse } from "yaml";
import { readSiteConfig } from "../src/ingest/config/site-config.ts";
import { Problems } from "../src/ingest/problems/problems.ts";
import { problemText } from "../src/ingest/problems/words.ts";
import { CliError, run } from "./lib/cli.ts";
import { today } from "./lib/clock.ts";
import { allTables, emptyReport } from "./lib/headed-files.ts";
import { notHeld } from "./lib/held-by-git.ts";
import { type Answers, ASKED, faultIn, siteYaml, VOCABULARIES } from "./lib/new-site.ts";
import { DATA_OPTION, readOptions } from "./lib/options.ts";
import { dataFolder, printable, shownPath } from "./lib/places.ts";

await run(async () => {
  const { values } = readOptions({
    name: "new-bureau",
    says: [
      "换成别的单位：问几个问题（或者用 --from 读一份 YAML），建一个空的、能生成网站的数据文件夹，移走原来单位的数据。",
      "git 里没有存下的，一个文件也不删，先停下来说是哪些。",
      "退出码 0 是建好了，1 是没有建，2 是命令写得不对。",
    ].join("\n"),
    options: {
      data: DATA_OPTION,
      from: {
        value: "文件",
        says: `不问，从一份 YAML 里读：${ASKED.map(({ name }) => name).join("、")}`,
      },
      yes: { says: "不再问，移走原来的数据（git 里有，找得回来）" },
    },
    examples: ["npm run new-bureau", "npm run new-bureau -- --from bureau.yaml --yes"],
  });
  const folder = dataFolder(values.data);
  checkHeld(folder);
  const asking =
    process.stdin.isTTY && process.stdout.isTTY
      ? createInterface({ input: process.stdin, output: process.stdout })
      : null;
  try {
    const answers = values.from ? answersIn(values.from) : await asked(asking);
    const year = yearIn(answers);
    const site = siteYaml(answers);
    const problems = new Problems();
    readSiteConfig(site, problems);
    const wrong = problems.list.filter(({ severity }) => severity === "error");
    if (wrong.length > 0) {
      throw new CliError(`${wrong.map(problemText).join("\n")}\n改好再运行；什么也没有改动。`);
    }
    if (holdsFiles(folder) && !values.yes && !(await agreed(asking, folder))) {
      console.log("没有改动。");
      return 1;
    }
    const bureau = answers.单位名称 ?? "";
    replaceFolder(folder, [
      { name: "site.yaml", text: site },
      { name: "vocabularies.yaml", text: VOCABULARIES },
      ...[...allTables(), { name: "report.md", text: emptyReport(bureau, year) }].map(
        ({ name, text }) => ({ name: `${year}/${name}`, text }),
      ),
    ]);
    console.log(
      [
        `已建好 ${shownPath(folder)}：${printable(bureau)}，${year}年，各张表只有表头。`,
        "接下来：填 site.yaml 里空着的；各张表在表头下面填，没有的表删掉；有业务系统的，npm run import。",
        "每填一些就运行 npm run check，看网站用 npm start。填好以前不要公布。",
      ].join("\n"),
    );
    return 0;
  } finally {
    asking?.close();
  }
});

/** Throws a CliError where something would be lost. */
function checkHeld(folder: string): void {
  if (!holdsFiles(folder)) return;
  const unsaved = notHeld(folder);
  if (unsaved === null) {
    throw new CliError(
      `${shownPath(folder)} 里有数据，又不在 git 里，移走就找不回来了。先提交到 git，或者自己移走它。什么也没有改动。`,
    );
  }
  if (unsaved.length === 0) return;
  const listed = unsaved.slice(0, 10).map((path) => `  ${printable(path)}`);
  const more = unsaved.length > listed.length ? [`  ……共${unsaved.length}个`] : [];
  throw new CliError(
    [
      "这些文件 git 里没有，或者改了还没有提交，移走就找不回来了：",
      ...listed,
      ...more,
      "要留的先提交，git 不收的（例如 .import-key）先移到别处。什么也没有改动。",
    ].join("\n"),
  );
}

function holdsFiles(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0;
}

function answersIn(path: string): Answers {
  if (!existsSync(path)) throw new CliError(`没有 ${shownPath(path)} 这个文件。`, 2);
  let read: unknown;
  try {
    read = parse(readFileSync(path, "utf8"), { schema: "failsafe" });
  } catch {
    throw new CliError(`${shownPath(path)} 的写法不对：一行一项，冒号用半角，后面空一格。`, 2);
  }
  const names = ASKED.map(({ name }) => name as string);
  const given = Object.entries((read ?? {}) as Record<string, unknown>);
  const strange =
    typeof read === "object" ? given.find(([name]) => !names.includes(name)) : ["", ""];
  if (strange) {
    const what = `“${printable(String(strange[0]))}”`;
    throw new CliError(`${shownPath(path)} 里不能有${what}，可以写的有：${names.join("、")}`, 2);
  }
  return Object.fromEntries(given.map(([name, value]) => [name, String(value ?? "").trim()]));
}

async function asked(asking: Interface | null): Promise<Answers> {
  if (!asking)
    throw new CliError("这里不能问答：用 --from 给一份 YAML，例如 --from bureau.yaml", 2);
  const answers: Answers = {};
  for (const { name, says, standard = "" } of ASKED) {
    const hint = [says, standard && `直接回车是“${standard}”`].filter(Boolean).join("；");
    for (;;) {
      const text = (await asking.question(`${name}（${hint}）：`)).trim() || standard;
      const fault = faultIn(name, text);
      answers[name] = text;
      if (fault === null) break;
      // One slip is no reason to be asked everything again.
      console.log(`  ${fault}。再写一次：`);
    }
  }
  return answers;
}

function yearIn({ 年份 }: Answers): number {
  const text = 年份 || String(Number(today().slice(0, 4)) - 1);
  if (/^(?:19|20)\d{2}$/.test(text)) return Number(text);
  throw new CliError(`“年份”要写四位数字，不能是“${printable(text)}”`, 2);
}

async function agreed(asking: Interface | null, folder: string): Promise<boolean> {
  if (!asking) {
    throw new CliError(
      `${shownPath(folder)} 里原来单位的数据要移走：加 --yes 表示同意。什么也没有改动。`,
    );
  }
  const said = await asking.question(
    `${shownPath(folder)} 里原来单位的数据会移走（git 里有，找得回来）。写“移走”表示同意：`,
  );
  return ["移走", "“移走”"].includes(said.trim());
}

/** The old folder goes when the new one stands in its place. */
function replaceFolder(folder: string, files: readonly { name: string; text: string }[]): void {
  const [staged, old] = [`${folder}.new`, `${folder}.old`];
  for (const path of [staged, old]) {
    if (existsSync(path)) throw new CliError(`先移走 ${shownPath(path)}。什么也没有改动。`);
  }
  try {
    for (const { name, text } of files) {
      mkdirSync(dirname(join(staged, name)), { recursive: true });
      writeFileSync(join(staged, name), text);
    }
    if (existsSync(folder)) renameSync(folder, old);
    try {
      renameSync(staged, folder);
    } catch (error) {
      if (existsSync(old)) renameSync(old, folder);
      throw error;
    }
  } catch (error) {
    rmSync(staged, { recursive: true, force: true });
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}
