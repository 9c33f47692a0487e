/** Commands that a message names are those that this data folder needs: with the --data that was given. */
import type { Problem } from "../../src/ingest/problems/problems.ts";
import { shownPath } from "./places.ts";

/** Commands that read a data folder and take --data. */
const CALL =
  /npm (?:run (?:-s )?(?:check|fix|import|build|dev|cube|release|new-year|new-bureau)|start)(?![\w-])(?:(?: --(?= )))?/g;

/** A text in which each command names the folder; as it is where none was given. */
export function withData(text: string, option: string | undefined): string {
  if (option === undefined) return text;
  const shown = shownPath(option);
  const data = `--data ${/[\s()&;'$]/.test(shown) ? `"${shown}"` : shown}`;
  return text.replace(CALL, (call, at: number) => {
    const rest = text.slice(at + call.length).split(/[。；\n]/, 1)[0]!;
    if (/^ --data /.test(rest)) return call;
    return call.endsWith(" --") ? `${call} ${data}` : `${call} -- ${data}`;
  });
}

/** The same of problems, before they are written in any form. */
export function adviseWithData(
  problems: readonly Problem[],
  option: string | undefined,
): Problem[] {
  return problems.map((one) => ({
    ...one,
    why: withData(one.why, option),
    fix: withData(one.fix, option),
  }));
}
