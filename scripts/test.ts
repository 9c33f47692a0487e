/** npm test: lint, types, tests. Further words go to Vitest, which then runs alone. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { describeChromium } from "./lib/chromium/find.ts";
import { CliError, run } from "./lib/cli.ts";
import { readOptions } from "./lib/options.ts";
import { ROOT } from "./lib/places.ts";
import { secondsSince } from "./lib/terminal.ts";

const VITEST = ["vitest/vitest.mjs"] as const;
const RUN = [...VITEST, "run", "--silent=passed-only"] as const;

await run(async () => {
  const { rest } = readOptions({
    name: "test",
    says:
      "依次检查代码写法、类型，再运行全部测试；第一个不通过的就停下。\n" +
      "后面写了参数时只运行测试，参数原样交给 vitest。",
    options: {},
    rest: "vitest 的参数",
    examples: ["npm test", "npm test -- tests/sites.test.ts", "npm test -- -t 加载"],
  });
  try {
    console.log(`浏览器：${describeChromium()}`);
  } catch (error) {
    throw new CliError(error instanceof Error ? error.message : String(error));
  }
  // Asked for its version, "vitest run" would run everything.
  if (rest.some((word) => word === "--version" || word === "-v")) return tool([...VITEST, "-v"]);
  if (rest.length > 0) return tool([...RUN, ...rest]);

  const steps = [
    ["代码写法", ["@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."]],
    [
      "类型",
      [
        "astro/bin/astro.mjs",
        "check",
        "--minimumSeverity",
        "warning",
        "--minimumFailingSeverity",
        "warning",
      ],
    ],
  ] as const;
  for (const [name, args] of steps) {
    const start = performance.now();
    const output: Buffer[] = [];
    const code = await tool(args, output);
    if (code !== 0) {
      console.log(Buffer.concat(output).toString());
      console.log(`${name}：不通过。`);
      return code;
    }
    console.log(`${name}：通过（${secondsSince(start)}）`);
  }
  console.log("测试：");
  const code = await tool(RUN);
  console.log(code === 0 ? "全部通过。" : "测试：不通过。");
  return code;
});

/** Runs a program of node_modules with this Node; its output goes to ours, or is kept. Gives its exit code. */
function tool([file, ...args]: readonly [string, ...string[]], keep?: Buffer[]): Promise<number> {
  const child = spawn(process.execPath, [join(ROOT, "node_modules", file), ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      TZ: "UTC",
      ASTRO_TELEMETRY_DISABLED: "1",
      ASTRO_DISABLE_UPDATE_CHECK: "true",
    },
    stdio: keep ? ["ignore", "pipe", "pipe"] : "inherit",
  });
  child.stdout?.on("data", (chunk: Buffer) => keep?.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => keep?.push(chunk));
  return new Promise((done, fail) => {
    child.on("error", fail).on("close", (code) => done(code ?? 1));
  });
}
