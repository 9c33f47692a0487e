/** Builds two sites once for all tests: of the real data and of the invented bureau. See sites.ts. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { ROOT } from "../../scripts/lib/places.ts";
import { run, temporaryFolder } from "./command.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The finished site of data/. */
    site: string;
    /** The finished site of the demo data, as `npm start -- --demo` shows it. */
    demo: string;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = temporaryFolder();
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const [site, demo, data] = ["dist", "dist-demo", "data"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const must = async (name: string, args: readonly string[]) => {
    const { code, stdout, stderr } = await run(name, args);
    if (code === 0) return;
    remove();
    throw new Error(`npm run ${name} 没有成功，测试没有运行：\n${stdout}${stderr}`);
  };
  await Promise.all([
    must("build", ["--data", join(ROOT, "data"), "--out", site]),
    must("demo", ["--out", data]).then(() => must("build", ["--data", data, "--out", demo])),
  ]);
  project.provide("site", site);
  project.provide("demo", demo);
  return remove;
}
