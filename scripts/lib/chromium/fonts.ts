/** Fonts for a machine that has no Chinese ones: Noto Sans SC from npm, by a fonts.conf of our own. */
import { execFileSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const FONT_PACKAGE = "@expo-google-fonts/noto-sans-sc";

const require = createRequire(import.meta.url);

export function hasChineseFont(): boolean {
  try {
    return execFileSync("fc-list", [":lang=zh"], { stdio: "pipe" }).length > 0;
  } catch {
    return false; // no fc-list: the extra fonts do no harm if there are Chinese ones after all
  }
}

/** Writes a fonts.conf naming the Noto Sans SC from npm, and the machine's own fonts if wanted; returns its path. */
export async function writeFontsConf(withSystemFonts: boolean): Promise<string> {
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
