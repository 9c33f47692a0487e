/** Which Chromium there is: CHROME_PATH, else one on this machine, else the one from npm. */
import { existsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { NPM_FITS, NPM_PACKAGE, npmBin, npmVersion } from "./npm.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge"];

/** Which Chromium will be used: one on this machine, or the one from npm (`path` is then its bin folder). */
export interface ChromiumChoice {
  kind: "env" | "system" | "npm";
  path: string;
}

/** Picks a Chromium without starting it; throws an Error in plain Chinese when there is none. */
export function findChromium(): ChromiumChoice {
  const forceNpm = process.env.CHROME_FROM_NPM === "1";
  const fromEnv = process.env.CHROME_PATH;
  if (fromEnv && !forceNpm) {
    if (isFile(fromEnv)) return { kind: "env", path: fromEnv };
    throw new Error(
      `环境变量 CHROME_PATH 指向的文件不存在：${fromEnv}\n请改成 Chromium 或 Chrome 可执行文件的完整路径，或取消这个变量。`,
    );
  }
  const onSystem = forceNpm ? undefined : systemPlaces().find(isFile);
  if (onSystem) return { kind: "system", path: onSystem };

  const bin = npmBin();
  if (bin) return { kind: "npm", path: bin };
  throw new Error(notFoundText(forceNpm));
}

/** One line in Chinese for printing: what `launchChromium` would start here. Throws as `findChromium` does. */
export function describeChromium(): string {
  const { kind, path } = findChromium();
  if (kind === "npm") return `npm 包 ${NPM_PACKAGE} ${npmVersion()} 自带的 Chromium`;
  return `${kind === "env" ? "CHROME_PATH 指定的" : "本机的"} Chromium：${path}`;
}

function isFile(path: string): boolean {
  // existsSync first: it says false, not EACCES, for a PATH folder closed to this user.
  return existsSync(path) && statSync(path).isFile();
}

/** Everything worth trying on this machine: PATH first, then the places installers use. */
function systemPlaces(): string[] {
  const { env, platform } = process;
  const suffix = platform === "win32" ? ".exe" : "";
  const dirs = (env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => dirs.map((dir) => join(dir, name + suffix)));
  if (platform === "darwin") {
    const apps = ["Chromium", "Google Chrome", "Microsoft Edge"].flatMap((app) =>
      ["/Applications", join(homedir(), "Applications")].map((dir) =>
        join(dir, `${app}.app`, "Contents", "MacOS", app),
      ),
    );
    return [...onPath, ...apps];
  }
  if (platform === "win32") {
    const roots = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    const apps = [
      join("Chromium", "Application", "chrome.exe"),
      join("Google", "Chrome", "Application", "chrome.exe"),
      join("Microsoft", "Edge", "Application", "msedge.exe"),
    ].flatMap((app) => roots.map((root) => join(root, app)));
    return [...onPath, ...apps];
  }
  return onPath;
}

function notFoundText(forceNpm: boolean): string {
  const why = NPM_FITS
    ? "没有安装"
    : `只有 linux x64 版，本机是 ${process.platform} ${process.arch}`;
  const npm = `npm 包 ${NPM_PACKAGE}（${why}）`;
  const tried = forceNpm
    ? `设了 CHROME_FROM_NPM=1，所以只找了 ${npm}`
    : `找过：环境变量 CHROME_PATH（未设置）；PATH 里的 ${NAMES.join("、")}；系统的常用安装位置；${npm}`;
  const remedies = [
    "安装浏览器：Debian / Ubuntu 执行 apt-get install chromium；macOS、Windows 安装 Google Chrome 或 Edge",
    "浏览器装在别处：把环境变量 CHROME_PATH 设为可执行文件的完整路径",
    ...(NPM_FITS ? ["重新执行 npm ci（不要加 --omit=dev），装上这个 npm 包"] : []),
    ...(forceNpm ? ["取消 CHROME_FROM_NPM，改用本机的浏览器"] : []),
  ];
  return [
    "没有找到可用的 Chromium。",
    `${tried}。`,
    "解决办法（任选一个）：",
    ...remedies.map((text, index) => `  ${index + 1}. ${text}。`),
  ].join("\n");
}
