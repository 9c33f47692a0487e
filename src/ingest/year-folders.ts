/** Which folders of the data folder are years, and what is wrong with the names of the others. */
import type { Problems } from "./problems/problems.ts";

/** The years, ascending. */
export function yearFolders(names: string[], problems: Problems): number[] {
  const years: number[] = [];
  for (const name of names) {
    if (/^(?:19|20)\d{2}$/.test(name)) {
      years.push(Number(name));
      continue;
    }
    const meant = yearIn(name);
    if (meant) {
      const twin = names.find((other) => other !== name && yearIn(other) === meant);
      problems.add({
        code: "year-name",
        file: name,
        why: "年度文件夹名只能是四位半角数字，不能有全角数字、空格或别的字",
        fix: twin
          ? `还有文件夹“${twin}”，一年只能有一个文件夹：比对后把里面的文件并到 ${meant} 里，再删掉这一个`
          : `把文件夹改名为 ${meant}`,
      });
    } else {
      problems.add({
        code: "unknown-folder",
        file: name,
        why: "这个文件夹没有用到",
        fix: "数据请放进以四位年份命名的文件夹；不用的文件夹可以移走",
      });
    }
  }
  return years.sort((a, b) => a - b);
}

/** The year that a folder's name says, in whichever writing. */
function yearIn(name: string): string | undefined {
  return /(?:19|20)\d{2}/.exec(name.normalize("NFKC"))?.[0];
}
