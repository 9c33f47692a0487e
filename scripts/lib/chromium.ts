import { execFileSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";

const NPM_PACKAGE = "@sparticuz/chromium";
const FONT_PACKAGE = "@expo-google-fonts/noto-sans-sc";
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge"];

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const require = createRequire(import.meta.url);

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

/** The npm package's bin folder, or undefined where the package is absent or cannot run (it holds linux x64 only). */
function npmBin(): string | undefined {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  try {
    // The entry file is build/index.js; the package exports neither bin/ nor package.json.
    const bin = join(dirname(require.resolve(NPM_PACKAGE)), "..", "bin");
    return existsSync(join(bin, "chromium.br")) ? bin : undefined;
  } catch {
    return undefined;
  }
}

function npmVersion(): string {
  const file = join(dirname(require.resolve(NPM_PACKAGE)), "..", "package.json");
  return (require(file) as { version: string }).version;
}

function notFoundText(forceNpm: boolean): string {
  const fits = process.platform === "linux" && process.arch === "x64";
  const why = fits ? "没有安装" : `只有 linux x64 版，本机是 ${process.platform} ${process.arch}`;
  const npm = `npm 包 ${NPM_PACKAGE}（${why}）`;
  const tried = forceNpm
    ? `设了 CHROME_FROM_NPM=1，所以只找了 ${npm}`
    : `找过：环境变量 CHROME_PATH（未设置）；PATH 里的 ${NAMES.join("、")}；系统的常用安装位置；${npm}`;
  const remedies = [
    "安装浏览器：Debian / Ubuntu 执行 apt-get install chromium；macOS、Windows 安装 Google Chrome 或 Edge",
    "浏览器装在别处：把环境变量 CHROME_PATH 设为可执行文件的完整路径",
    ...(fits ? ["重新执行 npm ci（不要加 --omit=dev），装上这个 npm 包"] : []),
    ...(forceNpm ? ["取消 CHROME_FROM_NPM，改用本机的浏览器"] : []),
  ];
  return [
    "没有找到可用的 Chromium。",
    `${tried}。`,
    "解决办法（任选一个）：",
    ...remedies.map((text, index) => `  ${index + 1}. ${text}。`),
  ].join("\n");
}

/** Unpacks the npm Chromium once per version and user; returns its folder in the temp folder. */
async function unpackFromNpm(bin: string): Promise<string> {
  // The user id is in the name because the files are readable by their owner only.
  const name = `sparticuz-chromium-${npmVersion()}-${process.getuid?.() ?? 0}`;
  const target = join(tmpdir(), name);
  // Looked at file by file, as a temp cleaner may have taken part of the folder.
  const complete = () =>
    ["chromium", "al2023/lib/libnss3.so"].every((file) => existsSync(join(target, file)));
  if (complete()) return target;

  const { inflate } = await import("@sparticuz/chromium");
  const temp = await mkdtemp(`${target}-`);
  try {
    // inflate() always writes below os.tmpdir() and works that out before its first await,
    // so pointing TMPDIR elsewhere for this one synchronous step is enough and hits nobody else.
    const before = process.env.TMPDIR;
    process.env.TMPDIR = temp;
    let work: Promise<string[]>;
    try {
      const files = ["chromium.br", "al2023.tar.br"];
      work = Promise.all(files.map((file) => inflate(join(bin, file))));
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
    await work;
    await rename(temp, target).catch(async (error: unknown) => {
      // Another process was faster; only an incomplete folder is replaced.
      if (complete()) return;
      if (!existsSync(target)) throw error;
      await rm(target, { recursive: true });
      await rename(temp, target);
    });
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
  return target;
}

function hasChineseFont(): boolean {
  try {
    return execFileSync("fc-list", [":lang=zh"], { stdio: "pipe" }).length > 0;
  } catch {
    return false; // no fc-list: the extra fonts do no harm if there are Chinese ones after all
  }
}

/** Writes a fonts.conf naming the Noto Sans SC from npm, and the machine's own fonts if wanted; returns its path. */
async function writeFontsConf(withSystemFonts: boolean): Promise<string> {
  const fonts = dirname(require.resolve(`${FONT_PACKAGE}/package.json`));
  const root = join(tmpdir(), `noto-sans-sc-fontconfig-${process.getuid?.() ?? 0}`);
  const xml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const conf = [
    `<?xml version="1.0"?>`,
    `<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">`,
    "<fontconfig>",
    ...(withSystemFonts ? [`<include ignore_missing="yes">/etc/fonts/fonts.conf</include>`] : []),
    // Two weights only: nine of them would be 95 MB to scan, and the site uses regular and bold.
    ...["400Regular", "700Bold"].map((weight) => `<dir>${xml(join(fonts, weight))}</dir>`),
    `<cachedir>${xml(join(root, "cache"))}</cachedir>`,
    "</fontconfig>",
    "",
  ].join("\n");
  // Named by its content: two checkouts of the project do not overwrite each other's file.
  const file = join(root, `${createHash("sha256").update(conf).digest("hex").slice(0, 12)}.conf`);
  await mkdir(join(root, "cache"), { recursive: true });
  if ((await readFile(file, "utf8").catch(() => "")) !== conf) {
    const temp = `${file}.${randomUUID()}`;
    await writeFile(temp, conf);
    await rename(temp, file);
  }
  return file;
}
