/** npm run import: exports of the bureau's systems, as they are → clean CSVs in the data folder. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { ANSWERS_FILE, BODIES, Imports, NotReadable, SAME_NUMBER } from "../src/exports/answers.ts";
import { checkAnswers } from "../src/exports/check-answers.ts";
import { importExports } from "../src/exports/import.ts";
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
import { importOptions } from "./lib/import-options.ts";
import { answersText } from "./lib/import-report/answers.ts";
import { ASK_BACK, backText, changeText, notCountedText } from "./lib/import-report/changes.ts";
import { mustLook } from "./lib/import-report/look.ts";
import { ASK_SAME, repeatsText } from "./lib/import-report/repeats.ts";
import { tableText } from "./lib/import-report/tables.ts";
import { dataFolder, shownPath } from "./lib/places.ts";
import { exceptionsText, fullText, hasErrors } from "./lib/print.ts";
import { insideOf, keepAside } from "./lib/raw-files.ts";
import { progress } from "./lib/terminal.ts";
import { writeAll } from "./lib/write-all.ts";

await run(async () => {
  const options = importOptions();
  const { whole, heads, words, bodies, sameNumber, back } = options;
  const folder = dataFolder(options.data);
  const say = (text: string) => console.log(withData(text, options.data));
  const sources = options.paths.map((path) => {
    if (!existsSync(path) || !statSync(path).isFile()) {
      throw new CliError(`没有 ${shownPath(path)} 这个文件。`, 2);
    }
    return diskTable(path, statSync(path).size, insideOf(folder, path) ?? basename(path));
  });
  const inside = options.paths.flatMap((path) => insideOf(folder, path) ?? []);
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
      `${withData(fullText(unsaid.list, ["error"]), options.data)}\n改好以后再导入；什么也没有写。`,
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
    filled: options.down ?? [],
    exceptions,
    ...(options.year === undefined ? {} : { year: options.year }),
    onProgress: (doing: string) => line.say(`正在读 ${doing}`),
  };
  let imported = await importExports(sources, importing).catch(notReadable);
  if (options.accept && acceptProposals(imported, imports)) {
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
  if (options.confirm) confirmHeads(imported, imports);
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
    beside: options.beside === true,
    leaving,
    anew: options.counts === true,
    back,
  });
  for (const { name, change } of found) for (const says of backText(name, change, back)) say(says);
  if (!back && found.some(({ change }) => change?.back?.older)) {
    say(`${ASK_BACK}。\n什么也没有写。`);
    return 1;
  }
  // Counts of an older export are not put together with those that stand there: they stay whole.
  const isKept = ({ change }: (typeof found)[number]) =>
    options.counts && back === "保留" && change?.back;
  const files = found.filter((one) => !isKept(one));
  if (files.length === 0) {
    say("没有一行可以写入，什么也没有写。");
    return 1;
  }
  const texts: (string | Iterable<string>)[] = [];
  const notCounted: (readonly { label: string; why: string }[])[] = [];
  for (const { system, year, rows } of files) {
    if (!options.counts) texts.push(rows.csv());
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
      options.counts
        ? `${name}：${rows.length}行并成件数，原来导入写出的整份换掉`
        : changeText(name, rows.length, change),
    );
    for (const line of notCountedText(notCounted[at] ?? [])) say(line);
  }
  const look = mustLook(imported) || (!back && found.some(({ change }) => change?.back));
  if (options.dry) {
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
