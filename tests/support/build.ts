/** Builds the real data once for all tests; they get the folder by `inject("site")`. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { ROOT, run, temporaryFolder } from "./command.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The finished site of data/. */
    site: string;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = temporaryFolder();
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const site = join(folder, "dist");
  const { code, stdout, stderr } = await run("build", [
    "--data",
    join(ROOT, "data"),
    "--out",
    site,
  ]);
  if (code !== 0) {
    remove();
    throw new Error(`data/ 生成不了网站，测试没有运行：\n${stdout}${stderr}`);
  }
  project.provide("site", site);
  return remove;
}
