/** npm run import: exports of the bureau's systems, as they are → clean CSVs in the data folder. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import {
  ANSWERS_FILE,
  BODIES,
  BODY_ANSWERS,
  Imports,
  NotReadable,
  SAME_NUMBER,
  SAME_NUMBER_ANSWERS,
} from "../src/exports/answers.ts";
import { checkAnswers } from "../src/exports/check-answers.ts";
import { BACK_ANSWERS } from "../src/exports/going-back.ts";
import { importExports } from "../src/exports/import.ts";
import type { WordAnswer } from "../src/exports/importing.ts";
import { KEY_FILE, keyPrint, newKey, rowNamer } from "../src/exports/row-names.ts";
import { readSiteConfig } from "../src/ingest/config/site-config.ts";
import { readVocabularies } from "../src/ingest/config/vocabularies.ts";
import { diskTable } from "../src/ingest/disk.ts";
import { EXCEPTIONS_FILE, readExceptions } from "../src/ingest/exceptions.ts";
import { Problems } from "../src/ingest/problems/problems.ts";
import { withData } from "./lib/advice.ts";
import { CliError, run } from "./lib/cli.ts";
import {
  acceptProposals,
  confirmHeads,
  recordFilledDown,
  recordHead,
  recordWhole,
  recordWord,
  refuseHeads,
} from "./lib/import-answers.ts";
import { importFiles } from "./lib/import-files.ts";
import { answersText } from "./lib/import-report/answers.ts";
import { ASK_BACK, backText, changeText, notCountedText } from "./lib/import-report/changes.ts";
import { mustLook } from "./lib/import-report/look.ts";
import { ASK_SAME, repeatsText } from "./lib/import-report/repeats.ts";
import { tableText } from "./lib/import-report/tables.ts";
import { DATA_OPTION, readOptions } from "./lib/options.ts";
import { dataFolder, printable, shownPath } from "./lib/places.ts";
import { exceptionsText, fullText, hasErrors } from "./lib/print.ts";
import { insideOf, keepAside } from "./lib/raw-files.ts";
import { progress } from "./lib/terminal.ts";
import { writeAll } from "./lib/write-all.ts";

await run(async () => {
  const { values, rest } = readOptions({
    name: "import",
    says: [
      "把业务系统导出的文件（CSV、.xlsx、.xls）原样读进来，写成网站用的 CSV，按年放进数据文件夹。",
      "个人信息不会写入。写完后退出码是 0；写了但有地方要人看是 3；什么也没有写是 1。",
    ].join("\n"),
    rest: "文件… [选项]",
    options: {
      data: DATA_OPTION,
      year: { value: "年份", says: "没有日期的行算哪一年，例如 2024" },
      set: {
        ...{ value: "列=词", many: true },
        says: "整份导出都一样的一列，例如 渠道=12345热线；可以写几次；记下来下次照用",
      },
      head: {
        ...{ value: "导出的列=网站的列", many: true },
        says: "导出的哪一列是网站的哪一列，例如 诉求分类=类别；可以写几次；记下来下次照用",
      },
      word: {
        ...{ value: "网站的列=导出的词=网站的词", many: true },
        says: "导出的词或代码是网站的哪个词，例如 状态=3=已办结；不用写入的，后面空着（状态=9=）；可以写几次；记下来下次照用",
      },
      same: {
        value: "后一行|前一行|都要",
        says: "一份导出里编号相同、内容不同的行算哪一行；记下来下次照用",
      },
      down: {
        ...{ value: "列", many: true },
        says: "这一列是合并单元格存成 CSV 的，空着的照上一格填；可以写几次；记下来下次照用",
      },
      back: {
        value: "保留|照写",
        says: "这份导出里有的事还没有已经写入的那么新：保留原来的行，还是照这份写",
      },
      body: {
        ...{ value: "单位名称=是本单位", many: true },
        says: "表里写着的单位是不是本单位：=是本单位 或 =别的单位；可以写几次；记下来下次照用",
      },
      confirm: { says: "不认识的系统，列已经核对无误；记下来，列名不变就不再问" },
      accept: { says: "接受“是不是……”里的词，记下来下次照用" },
      beside: { says: "与手工填的同名文件并存（两份里不能有同一件事）" },
      counts: {
        says: "不写一行一件，只写网站会公布的件数（五件以上相同的并成一行）：git 仓库公开的用；一年的导出要一次导入",
      },
      dry: { says: "只看会怎样，什么也不写" },
    },
    examples: [
      "npm run import -- 双公示.xls",
      "npm run import -- 工单1.xlsx 工单2.xlsx --set 渠道=12345热线",
    ],
  });
  if (rest.length === 0) throw new CliError("要写导出的文件，例如 npm run import -- 双公示.xls", 2);
  const folder = dataFolder(values.data);
  const say = (text: string) => console.log(withData(text, values.data));
  const sources = rest.map((path) => {
    if (!existsSync(path) || !statSync(path).isFile()) {
      throw new CliError(`没有 ${shownPath(path)} 这个文件。`, 2);
    }
    return diskTable(path, statSync(path).size, insideOf(folder, path) ?? basename(path));
  });
  const inside = rest.flatMap((path) => insideOf(folder, path) ?? []);
  const whole = pairs("set", "渠道=12345热线", values.set);
  const sameNumber = oneOf("same", SAME_NUMBER_ANSWERS, values.same);
  const back = oneOf("back", BACK_ANSWERS, values.back);
  const heads = pairs("head", "诉求分类=类别", values.head);
  const words = wordAnswers(values.word);
  const bodies = pairs("body", "某县城市管理局=是本单位", values.body);
  for (const answer of Object.values(bodies)) oneOf("body 单位名称=", BODY_ANSWERS, answer);
  const text = (name: string) => {
    const path = join(folder, name);
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  };
  const { vocabularies } = readVocabularies(text("vocabularies.yaml"), new Problems());
  const wrong = checkAnswers(text(ANSWERS_FILE), vocabularies);
  if (wrong.length > 0) {
    const all = wrong.map((one) => `${ANSWERS_FILE} ${one}`).join("\n");
    throw new CliError(`${all}\n改好以后再导入；什么也没有写。`);
  }
  const imports = new Imports(text(ANSWERS_FILE));
  for (const [name, answer] of Object.entries(bodies)) imports.answer([BODIES, name], answer);
  const again = inside.find((name) => imports.written(name));
  if (again) {
    throw new CliError(`${shownPath(join(folder, again))} 是导入写出来的，不用再导入。`);
  }
  const unsaid = new Problems();
  const listed = join(folder, EXCEPTIONS_FILE);
  const exceptions = await readExceptions(
    existsSync(listed) ? diskTable(listed, statSync(listed).size, EXCEPTIONS_FILE) : undefined,
    unsaid,
  );
  if (hasErrors(unsaid.list)) {
    throw new CliError(
      `${withData(fullText(unsaid.list, ["error"]), values.data)}\n改好以后再导入；什么也没有写。`,
    );
  }
  const known = text(KEY_FILE).trim();
  const key = known || newKey();
  const line = progress();
  const config = readSiteConfig(text("site.yaml"), new Problems());
  const importing = {
    ...(config ? { bureau: config.bureau, shortName: config.shortName } : {}),
    vocabularies,
    imports,
    nameId: rowNamer(key),
    whole,
    heads,
    words,
    sameNumber,
    filled: values.down ?? [],
    exceptions,
    ...(values.year ? { year: yearOption(values.year) } : {}),
    onProgress: (doing: string) => line.say(`正在读 ${doing}`),
  };
  let imported = await importExports(sources, importing).catch(notReadable);
  if (values.accept && acceptProposals(imported, imports)) {
    imported = await importExports(sources, importing).catch(notReadable);
  }
  line.end();
  for (const [label, word] of Object.entries(whole)) {
    recordWhole(label, word, imported, imports, vocabularies);
  }
  for (const [head, label] of Object.entries(heads)) recordHead(head, label, imported, imports);
  for (const answer of words) recordWord(answer, imported, imports, vocabularies);
  recordFilledDown(imported, imports);
  refuseHeads(imported, imports, vocabularies);
  if (sameNumber) {
    for (const [{ id }] of imported.rows) imports.answer([id, SAME_NUMBER], sameNumber);
  }
  if (values.confirm) confirmHeads(imported, imports);
  for (const table of imported.tables) say(`${tableText(table)}\n`);
  for (const says of repeatsText(imported)) say(says);
  for (const { file, sheet, says } of imported.said) {
    say(`${shownPath(file)}${sheet ? ` › ${sheet}` : ""}：${says}`);
  }
  for (const { file, cell, why, fix } of imported.stopped) {
    say(`${shownPath(file)}${cell ? ` ${cell}` : ""}：${why}。${fix}`);
  }
  exceptions.sayAll(unsaid, () => true);
  const stays = exceptionsText(unsaid.list);
  if (stays) say(`${stays}\n写入以后 npm run check 会再问一次：照它的消息给写好的表也写一行。`);
  if (imported.repeats.some(({ asked }) => asked.length > 0)) {
    say(`${ASK_SAME}。\n什么也没有写。`);
    return 1;
  }
  const leaving = inside.filter((name) => isExport(imported, name));
  const found = importFiles(imported.rows, {
    folder,
    imports,
    key: keyPrint(key),
    beside: values.beside === true,
    leaving,
    anew: values.counts === true,
    back,
  });
  for (const { name, change } of found) for (const says of backText(name, change, back)) say(says);
  if (!back && found.some(({ change }) => change?.back?.older)) {
    say(`${ASK_BACK}。\n什么也没有写。`);
    return 1;
  }
  // Counts of an older export are not put together with those that stand there: they stay whole.
  const isKept = ({ change }: (typeof found)[number]) =>
    values.counts && back === "保留" && change?.back;
  const files = found.filter((one) => !isKept(one));
  if (files.length === 0) {
    say("没有一行可以写入，什么也没有写。");
    return 1;
  }
  const texts: (string | Iterable<string>)[] = [];
  const notCounted: (readonly { label: string; why: string }[])[] = [];
  for (const { system, year, rows } of files) {
    if (!values.counts) texts.push(rows.csv());
    else {
      // Only counts need all that a site is made with.
      const { countsOf } = await import("./lib/import-counts.ts");
      const counted = await countsOf(system, year, rows, folder);
      texts.push(counted.text);
      notCounted.push(counted.left);
    }
  }
  for (const [at, { name, rows, change }] of files.entries()) {
    say(
      values.counts
        ? `${name}：${rows.length}行并成件数，原来导入写出的整份换掉`
        : changeText(name, rows.length, change),
    );
    for (const line of notCountedText(notCounted[at] ?? [])) say(line);
  }
  const look = mustLook(imported) || (!back && found.some(({ change }) => change?.back));
  if (values.dry) {
    say("\n只是看看（--dry），什么也没有写。");
    return look ? 3 : 0;
  }
  const written = [
    ...files.map(({ name }, at) => ({ path: join(folder, name), text: texts[at]! })),
    { path: join(folder, ANSWERS_FILE), text: imports.toString() },
    ...(known ? [] : [{ path: join(folder, KEY_FILE), text: `${key}\n` }]),
  ];
  writeAll(written, () => {
    for (const name of leaving) {
      const kept = shownPath(keepAside(folder, name));
      say(`${name}：原件移到 ${kept}（git 不收），另行保存后可以删掉`);
    }
  });
  say(
    [
      "",
      `已写入 ${shownPath(folder)}。`,
      ...(known
        ? []
        : [`新建了 ${KEY_FILE}：下次导入靠它认出同一件事。请留好，不要提交到 git，也不要给别人。`]),
      ...(answersText(imported) ? [answersText(imported)] : []),
      look
        ? "上面写着“要看”和没有读的，请核对。然后运行 npm run check。"
        : "接着运行 npm run check。",
    ].join("\n"),
  );
  return look ? 3 : 0;
});

/** Whether a file is a system's export, and no table of the site's own. */
function isExport({ tables }: Awaited<ReturnType<typeof importExports>>, file: string): boolean {
  const found = tables.filter((table) => table.file === file);
  return found.some(({ form, recognised }) => form || (recognised && !recognised.own));
}

function notReadable(error: unknown): never {
  if (error instanceof NotReadable) throw new CliError(error.message);
  throw error;
}

function yearOption(text: string): number {
  if (!/^(?:19|20)\d{2}$/.test(text))
    throw new CliError(`--year 后面要写四位年份，不能是“${text}”`, 2);
  return Number(text);
}

/** One of the answers that an option has. */
function oneOf<T extends string>(
  name: string,
  answers: readonly T[],
  text: string | undefined,
): T | undefined {
  const found = answers.find((one) => one === text);
  if (text === undefined || found) return found;
  throw new CliError(`--${name} 后面写${answers.join("、")}，不能是“${printable(text)}”`, 2);
}

/** 状态=3=已办结, as often as it is given. */
function wordAnswers(texts: readonly string[] = []): WordAnswer[] {
  return texts.map((text) => {
    const [label = "", from = "", to, ...more] = text.split("=").map((part) => part.trim());
    if (label === "" || from === "" || to === undefined || more.length > 0) {
      throw new CliError("--word 后面写“列=导出的词=网站的词”，例如 --word 状态=3=已办结", 2);
    }
    return { label, from, to };
  });
}

/** 列=词, as often as it is given. */
function pairs(
  name: string,
  example: string,
  texts: readonly string[] = [],
): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const [, left, right] = /^([^=]+)=(.+)$/.exec(text) ?? [];
      if (!left || !right) {
        throw new CliError(`--${name} 后面写“A=B”，例如 --${name} ${example}`, 2);
      }
      return [left.trim(), right.trim()];
    }),
  );
}
