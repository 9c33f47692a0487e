/** Check, build, swap: what `npm run build` and `npm start` share. */
import { dirname } from "node:path";
import { chooseData } from "./astro.ts";
import { CliError } from "./cli.ts";
import { diskFault } from "./disk-faults.ts";
import { checkReplaceable, recover } from "./output.ts";
import { shownPath } from "./places.ts";
import { countsText, exceptionsText, fullText, hasErrors } from "./print.ts";
import { checkOutsideData, checkOutsideProject, checkWritable, realTarget } from "./target.ts";
import { progress } from "./terminal.ts";

interface Building {
  pictures?: boolean;
  /** What stays as it was when it fails, where the target is a folder that nobody knows of. */
  stays?: string;
}

/** Builds the site of a data folder into a target folder; false, with the target as it was, when the data have errors. */
export async function buildSite(
  data: string,
  target: string,
  { pictures = true, stays }: Building = {},
): Promise<boolean> {
  const start = performance.now();
  const shown = stays ?? shownPath(target);
  const out = realTarget(target);
  checkOutsideProject(out);
  checkOutsideData(out, data);
  checkWritable(dirname(out));
  if (recover(out)) console.log(`上次生成中断，已恢复 ${shown} 原来的内容。`);
  checkReplaceable(out);
  if (!(await checked(data))) {
    console.log(`\n数据有错误，没有生成网站，${shown} 没有变。改好后再运行一次。`);
    return false;
  }
  try {
    // What draws is loaded only where there is something to draw: a refusal comes at once.
    const { replaceSite } = await import("./make-site.ts");
    return await replaceSite(data, out, shown, start, pictures);
  } catch (error) {
    const fault = diskFault(error);
    throw fault ? new CliError(`网站没有生成完，${shown} 没有变。${fault}`) : error;
  }
}

/** Reads the data for the pages and prints what is wrong with them; false when something stops the build. */
async function checked(data: string): Promise<boolean> {
  const line = progress();
  chooseData(data);
  const { currentData } = await import("../../src/load/current.ts");
  const { problems } = await currentData((doing) => line.say(`正在检查 ${doing}`));
  line.end();
  const text = [fullText(problems), exceptionsText(problems)].filter(Boolean).join("\n\n");
  console.log(`检查数据 ${shownPath(data)}：${countsText(problems)}。`);
  if (text) console.log(`\n${text}\n`);
  return !hasErrors(problems);
}
