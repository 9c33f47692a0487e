/** The command line: options, their help, and what is not understood, all in Chinese. */
import { parseArgs } from "node:util";
import { closest, distance } from "fastest-levenshtein";
import { CliError } from "./cli.ts";
import { printable } from "./places.ts";
import { displayWidth, padEnd } from "./terminal.ts";

export interface Option {
  /** What stands after the option in the help, such as 文件夹; without it the option is a switch. */
  value?: string;
  /** It may be given several times. */
  many?: true;
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
  [Name in keyof Options]?: Options[Name] extends { many: true }
    ? string[]
    : Options[Name] extends { value: string }
      ? string
      : boolean;
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
  const values: Record<string, string | boolean | string[]> = {};
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
      const before = values[token.name];
      values[token.name] = option.many
        ? [...(Array.isArray(before) ? before : []), token.value]
        : token.value;
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
      `不认识“${printable(rest.join(" "))}”。选项要写在 -- 后面，例如 ${call(command.name)} -- --help`,
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
  return usage(command, `没有 ${printable(raw)} 这个选项${close ? `，是不是 --${near}？` : ""}`);
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

/** A port number, or a CliError. */
export function portNumber(option: string | undefined, standard: number): number {
  if (option === undefined) return standard;
  const port = Number(option);
  if (!/^\d+$/.test(option) || port > 65535) {
    throw new CliError(`端口要写 0 到 65535 的整数，不能是“${option}”`, 2);
  }
  return port;
}
