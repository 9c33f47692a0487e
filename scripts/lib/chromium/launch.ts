/** Starts the Chromium of this machine or of npm, headless, able to draw Chinese. */
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";
import { describeChromium, findChromium } from "./find.ts";
import { hasChineseFont, writeFontsConf } from "./fonts.ts";
import { unpackFromNpm } from "./npm.ts";

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a headless Chromium which can draw Chinese: CHROME_PATH, else one on this machine, else the one from npm. */
export async function launchChromium(): Promise<Browser> {
  const choice = findChromium();
  const env = { ...process.env };
  let executablePath = choice.path;
  if (choice.kind === "npm") {
    const dir = await unpackFromNpm(choice.path);
    executablePath = join(dir, "chromium");
    const libs = [join(dir, "al2023", "lib"), env.LD_LIBRARY_PATH];
    env.LD_LIBRARY_PATH = libs.filter(Boolean).join(":");
    env.FONTCONFIG_FILE = await writeFontsConf(false);
  } else if (process.platform === "linux" && !hasChineseFont()) {
    env.FONTCONFIG_FILE = await writeFontsConf(true);
  }
  try {
    return await chromium.launch({
      executablePath,
      headless: true,
      args: ARGS,
      env,
    });
  } catch (cause) {
    throw new Error(
      `Chromium 启动失败（${describeChromium()}）。\n可用环境变量 CHROME_PATH 换一个 Chromium 或 Chrome；linux x64 也可设 CHROME_FROM_NPM=1 改用 npm 自带的。\n${String(cause)}`,
      { cause },
    );
  }
}
