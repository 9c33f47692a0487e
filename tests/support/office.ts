/** LibreOffice and librsvg: what offices and newsrooms open our files with, with the font of our pictures alone. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { foundOrInstalled } from "./debian.ts";

const PACKAGES = ["librsvg2-bin", "libreoffice-calc", "libreoffice-draw"];
const PROGRAMS = ["rsvg-convert", "soffice"];
const runs = (program: string) => spawnSync(program, ["--version"]).status === 0;

export interface Office {
  /** A drawing as a PNG; what the program complains of. */
  drawn(svg: string, to: string): string;
  /** Files in another form, in a folder. */
  converted(files: readonly string[], form: string, to: string, options?: string[]): void;
}

/** @param folder of its own, for its settings */
export function office(folder: string): Office {
  foundOrInstalled(PACKAGES, () => PROGRAMS.every(runs) || undefined);
  const fonts = dirname(
    createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-sc/package.json"),
  );
  const settings = join(folder, "fonts.conf");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    settings,
    `<fontconfig><dir>${fonts}</dir><cachedir>${join(folder, "cache")}</cachedir></fontconfig>`,
  );
  const env = { ...process.env, FONTCONFIG_FILE: settings };
  const ran = (program: string, args: string[]) => {
    const { status, stdout, stderr } = spawnSync(program, args, { env, encoding: "utf8" });
    if (status !== 0) throw new Error(`${program} ${args.join(" ")}\n${stdout}${stderr}`);
    return stderr;
  };
  return {
    drawn: (svg, to) => ran("rsvg-convert", [svg, "--output", to]),
    converted(files, form, to, options = []) {
      const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
      ran("soffice", [
        ...[profile, "--headless", ...options],
        ...["--convert-to", form, "--outdir", to],
        ...files,
      ]);
    },
  };
}
