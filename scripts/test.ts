/** npm test: lint, then types beside tests. Further words go to Vitest, which then runs alone. */
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
      "先检查代码写法，不通过就停下；再检查类型，同时运行全部测试。\n" +
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

  const style = await step("代码写法", [
    "@biomejs/biome/bin/biome",
    ...["check", "--error-on-warnings", "."],
  ]);
  if (style !== 0) return style;
  // The first tests wait for sites that one processor builds: the other has time for the types.
  const types = step("类型", [
    "astro/bin/astro.mjs",
    ...["check", "--minimumSeverity", "warning", "--minimumFailingSeverity", "warning"],
  ]);
  console.log("测试：");
  const tests = await tool(RUN);
  const typed = await types;
  const failed = [tests !== 0 && "测试", typed !== 0 && "类型"].filter(Boolean);
  console.log(failed.length === 0 ? "全部通过。" : `${failed.join("、")}：不通过。`);
  return tests || typed;
});

/** Says how it ended, and what was wrong. */
async function step(name: string, program: readonly [string, ...string[]]): Promise<number> {
  const start = performance.now();
  const output: Buffer[] = [];
  const code = await tool(program, output);
  if (code !== 0) console.log(Buffer.concat(output).toString());
  console.log(`${name}：${code === 0 ? `通过（${secondsSince(start)}）` : "不通过。"}`);
  return code;
}

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
