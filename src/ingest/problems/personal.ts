/** What is said of personal data outside the cells of a table. */
import { personalData } from "../text/privacy.ts";
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

/** Says it where a text holds personal data, which is not printed whole. */
export function sayPersonal(text: string, place: Place, problems: Problems): void {
  const { what = "", fix, allowed = [], cell: found, ...where } = place;
  const personal = personalData(text, { allowed });
  if (!personal) return;
  const cell = typeof found === "function" ? found() : found;
  problems.add({
    ...where,
    ...(cell === undefined ? {} : { cell }),
    code: "personal",
    value: cell === undefined ? "" : personal.masked,
    why: `${what}含有${personal.kind}，不能公开`,
    fix: `${fix}；已经提交过的，告诉管理网站的同事，从历史中清除`,
  });
}
