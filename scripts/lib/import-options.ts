/** What npm run import is asked: its options, read and looked through. */
import { BODY_ANSWERS, SAME_NUMBER_ANSWERS } from "../../src/exports/answers.ts";
import { BACK_ANSWERS } from "../../src/exports/going-back.ts";
import type { WordAnswer } from "../../src/exports/importing.ts";
import { CliError } from "./cli.ts";
import { DATA_OPTION, readOptions } from "./options.ts";
import { printable } from "./places.ts";

/** The files and what is said of them; ends with a CliError where an option is no answer. */
export function importOptions() {
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
  const bodies = pairs("body", "某县城市管理局=是本单位", values.body);
  for (const answer of Object.values(bodies)) oneOf("body 单位名称=", BODY_ANSWERS, answer);
  return {
    ...values,
    paths: rest,
    whole: pairs("set", "渠道=12345热线", values.set),
    heads: pairs("head", "诉求分类=类别", values.head),
    words: wordAnswers(values.word),
    bodies,
    sameNumber: oneOf("same", SAME_NUMBER_ANSWERS, values.same),
    back: oneOf("back", BACK_ANSWERS, values.back),
    year: values.year === undefined ? undefined : yearOption(values.year),
  };
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
