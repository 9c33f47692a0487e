/** What every command shares: options, help, progress and errors, all in Chinese. */
import { enableCompileCache } from "node:module";
import { dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, styleText } from "node:util";
import { closest, distance } from "fastest-levenshtein";

// What commands load later, by await import(), is compiled once and not at every start.
enableCompileCache();

/** The project's folder, whatever folder a command was called from. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Something the user can put right: shown as its message alone, without a stack. */
export class CliError extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

export interface Option {
  /** What stands after the option in the help, such as 文件夹; without it the option is a switch. */
  value?: string;
  says: string;
}

export interface Command<Options extends Record<string, Option>> {
  /** As npm knows it: `check` is called by `npm run check`. */
  name: string;
  says: string;
  options: Options;
  /** What further words mean, where they are allowed. */
  rest?: string;
  examples?: readonly string[];
}

type Values<Options extends Record<string, Option>> = {
  [Name in keyof Options]?: Options[Name] extends { value: string } ? string : boolean;
};

/** Options every command that reads data takes. */
export const DATA_OPTION = {
  value: "文件夹",
  says: "数据文件夹，默认是 data",
} as const satisfies Option;

/**
 * Reads the command line. `--help` prints the help and ends the process; what is not understood
 * is a CliError that names the nearest option.
 */
export function readOptions<const Options extends Record<string, Option>>(
  command: Command<Options>,
  args: readonly string[] = process.argv.slice(2),
): { values: Values<Options>; rest: string[] } {
  const known: Record<string, Option> = { ...command.options, help: { says: "显示这段说明" } };
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: {
      ...Object.fromEntries(
        Object.entries(known).map(([name, { value }]) => [
          name,
          { type: value ? ("string" as const) : ("boolean" as const) },
        ]),
      ),
      help: { type: "boolean", short: "h" },
    },
  });
  const values: Record<string, string | boolean> = {};
  const further = new Set<number>();
  for (const token of tokens) {
    if (token.kind === "positional") further.add(token.index);
    if (token.kind !== "option") continue;
    const option = known[token.name];
    if (!option) {
      // Words for another program (vitest) may be options of its own.
      if (!command.rest) throw unknownOption(command, token.rawName, Object.keys(known));
      further.add(token.index);
    } else if (option.value === undefined) {
      if (token.value !== undefined) throw usage(command, `${token.rawName} 后面不用写值`);
      values[token.name] = true;
    } else {
      if (!token.value || (!token.inlineValue && token.value.startsWith("--"))) {
        throw usage(command, `${token.rawName} 后面要写${option.value}`);
      }
      values[token.name] = token.value;
    }
  }
  if (values.help) {
    console.log(helpText(command, known));
    process.exit(0);
  }
  const rest = args.filter((_, index) => further.has(index));
  if (rest.length > 0 && !command.rest) {
    throw usage(
      command,
      `不认识“${rest.join(" ")}”。选项要写在 -- 后面，例如 ${call(command.name)} -- --help`,
    );
  }
  return { values: values as Values<Options>, rest };
}

/** How a command is called: `npm start`, `npm test`, else `npm run …`. */
function call(name: string): string {
  return name === "start" || name === "test" ? `npm ${name}` : `npm run ${name}`;
}

function usage(command: { name: string }, message: string): CliError {
  return new CliError(`${message}\n全部选项：${call(command.name)} -- --help`, 2);
}

function unknownOption(command: { name: string }, raw: string, known: string[]): CliError {
  const written = raw.replace(/^-+/, "");
  const near = closest(written, known);
  const close = distance(written, near) <= Math.max(1, Math.floor(near.length / 2));
  return usage(command, `没有 ${raw} 这个选项${close ? `，是不是 --${near}？` : ""}`);
}

function helpText(
  command: Command<Record<string, Option>>,
  options: Record<string, Option>,
): string {
  const lines = Object.entries(options).map(
    ([name, { value, says }]) => [`--${name}${value ? ` ${value}` : ""}`, says] as const,
  );
  const width = Math.max(...lines.map(([left]) => displayWidth(left)));
  const examples = command.examples ?? [];
  return [
    `${call(command.name)} [-- ${command.rest ?? "选项"}]`,
    command.says,
    "",
    "选项：",
    ...lines.map(([left, says]) => `  ${padEnd(left, width)}  ${says}`),
    ...(examples.length > 0 ? ["", "例如：", ...examples.map((example) => `  ${example}`)] : []),
  ].join("\n");
}

/** Columns a text takes in a terminal: Chinese characters take two. */
export function displayWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + (char > "\u2e7f" ? 2 : 1), 0);
}

/** Pads to a display width. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/** Pads on the left, for numbers. */
export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** The data folder as a full path: --data, else SITE_DATA, else the project's own data. */
export function dataFolder(option: string | undefined): string {
  return resolve(option ?? process.env.SITE_DATA ?? resolve(ROOT, "data"));
}

/** Where the finished site lies: SITE_OUT, else the project's dist. */
export function siteFolder(): string {
  return resolve(process.env.SITE_OUT ?? resolve(ROOT, "dist"));
}

/** A port number, or a CliError. */
export function portNumber(option: string | undefined, standard: number): number {
  if (option === undefined) return standard;
  const port = Number(option);
  if (!/^\d+$/.test(option) || port > 65535) {
    throw new CliError(`端口要写 0 到 65535 的整数，不能是“${option}”`, 2);
  }
  return port;
}

/** A path as people want to read it: relative where it lies below the current folder. */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === "" ? "." : short.startsWith("..") ? path : short.split(sep).join("/");
}

type Style = Parameters<typeof styleText>[0];

/** Coloured for a terminal, plain where there is none or NO_COLOR is set. */
export function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

/**
 * A line that says what takes so long: only on a terminal, only after two seconds, never in CI.
 * `say` changes its words, `end` wipes it away.
 */
export function progress(): { say(doing: string): void; end(): void } {
  if (!process.stderr.isTTY || process.env.CI) return { say() {}, end() {} };
  const start = performance.now();
  let doing = "";
  let shown = false;
  const timer = setInterval(() => {
    const seconds = (performance.now() - start) / 1000;
    if (seconds < 2 || doing === "") return;
    shown = true;
    process.stderr.write(`\r\u001b[K${doing}（${Math.floor(seconds)} 秒）`);
  }, 200);
  timer.unref();
  return {
    say(text) {
      doing = text;
    },
    end() {
      clearInterval(timer);
      if (shown) process.stderr.write("\r\u001b[K");
    },
  };
}

/** Seconds since a `performance.now()`, as words. */
export function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} 秒`;
}

/** Resolves when the command is told to end, by Ctrl+C or by the system. */
export function stopSignal(): Promise<void> {
  return new Promise((done) => {
    process.once("SIGINT", () => done()).once("SIGTERM", () => done());
  });
}

/** Runs a command: its number is the exit code; a CliError is shown as words, anything else with its stack. */
export async function run(main: () => Promise<number>): Promise<void> {
  // `npm run check | head` closes the pipe early; that is no error of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof CliError) {
      console.error(error.message);
      process.exitCode = error.exitCode;
      return;
    }
    console.error("程序自己出错了，不是数据的问题。请把下面的内容发给维护人员：");
    console.error(error);
    process.exitCode = 1;
  }
}
