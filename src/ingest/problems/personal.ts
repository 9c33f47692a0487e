/** What is said of personal data outside the cells of a table. */
import { mayBeAnswered, personalIn } from "../text/privacy.ts";
import type { ProblemInput, Problems } from "./problems.ts";

interface Place extends Pick<ProblemInput, "file" | "column"> {
  /** Where it stands; asked only where something is found, as a line may take long to find. */
  cell?: string | (() => string);
  /** What the text is: “文件名”, “这一行”. */
  what?: string;
  fix: string;
  /** Kinds that may stand there. */
  allowed?: readonly string[];
}

/**
 * Says it where a text holds personal data, which is not printed whole; gives whether it did.
 * `told` are those, as they are printed, of which something has been said elsewhere.
 */
export function sayPersonal(
  text: string,
  place: Place,
  problems: Problems,
  told: ReadonlySet<string> = new Set(),
): boolean {
  const { what = "", fix, allowed = [], cell: found, ...where } = place;
  let cell: string | undefined;
  for (const personal of personalIn(text, { allowed })) {
    if (told.has(personal.masked)) continue;
    cell ??= typeof found === "function" ? found() : found;
    const said = problems.add({
      ...where,
      ...(cell === undefined ? {} : { cell }),
      code: "personal",
      value: cell === undefined ? "" : personal.masked,
      why: `${what}含有${personal.kind}，不能公开`,
      fix: `${fix}${cell === undefined ? "" : mayBeAnswered(personal.kind)}；已经提交过的，告诉管理网站的同事，从历史中清除`,
    });
    if (said) return true;
  }
  return false;
}
