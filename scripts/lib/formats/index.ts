/** The forms of `npm run check -- --format`, besides words for people. */
import type { Report } from "./define.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { junit } from "./junit.ts";
import { sarif } from "./sarif.ts";

/** Those that take problems alone. */
export const PROGRAM_FORMATS: Readonly<Record<string, (report: Report) => string>> = {
  github,
  gitlab,
  junit,
  sarif,
};

/** All that may be asked for. */
export const FORMATS = ["text", "json", "markdown", ...Object.keys(PROGRAM_FORMATS)];
