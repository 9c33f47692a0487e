/** npm run hook: git checks the data before every commit. */
import { execFileSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { CliError, run } from "./lib/cli.ts";
import { readOptions } from "./lib/options.ts";
import { printable, ROOT } from "./lib/places.ts";

const FOLDER = "scripts/hooks";

await run(async () => {
  const { values } = readOptions({
    name: "hook",
    says: [
      "提交以前自动检查数据：data 有改动又有错误的，不让提交。只在这台电脑的这个仓库里起作用。",
      "退出码 0 是办好了，1 是没有办，2 是命令写得不对。",
    ].join("\n"),
    options: { off: { says: "去掉，提交以前不再检查" } },
    examples: ["npm run hook", "npm run hook -- --off"],
  });
  if (git("rev-parse", "--git-dir") === null) {
    throw new CliError("这里不是 git 仓库，或者没有装 git，装不上。");
  }
  const set = git("config", "--get", "core.hooksPath");
  if (set && set !== FOLDER) {
    throw new CliError(
      `git 已经用着另一个 core.hooksPath（${printable(set)}），没有动它。在那里的 pre-commit 里加一行：npm run -s check`,
    );
  }
  if (values.off) {
    if (set) git("config", "--unset", "core.hooksPath");
    console.log("去掉了：提交以前不再检查数据。");
    return 0;
  }
  chmodSync(join(ROOT, FOLDER, "pre-commit"), 0o755);
  if (git("config", "core.hooksPath", FOLDER) === null) {
    throw new CliError("git 的设置写不进去，没有装上。");
  }
  console.log(
    "装好了：以后提交 data 里的改动以前，先运行 npm run check，有错误就不提交。去掉：npm run hook -- --off",
  );
  return 0;
});

/** What git says; null where it refuses, or is not there. */
function git(...args: string[]): string | null {
  try {
    const said = execFileSync("git", ["-C", ROOT, ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return said.trim();
  } catch {
    return null;
  }
}
