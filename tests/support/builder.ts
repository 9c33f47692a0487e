/**
 * Builds a site when the first test asks for it, once for all: test files run in processes of their
 * own, so they ask by a request. Whoever asks for none waits for none. See built.ts.
 */
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { ROOT } from "../../scripts/lib/places.ts";
import { ended, start, sweepTemporaryFolders, temporaryFolder } from "./command.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where to ask for a built site. */
    builder: string;
  }
}

/** The sites that tests may ask for. */
export type SiteName = "real" | "demo";

export default async function setup(project: TestProject): Promise<() => void> {
  sweepTemporaryFolders();
  const folder = temporaryFolder();
  const running = new Set<ChildProcess>();
  const must = async (name: string, args: readonly string[]) => {
    const child = start(name, args);
    running.add(child);
    const { code, stdout, stderr } = await ended(child);
    running.delete(child);
    if (code !== 0) throw new Error(`npm run ${name} 没有成功：\n${stdout}${stderr}`);
  };
  const build = async (name: SiteName): Promise<string> => {
    const site = join(folder, `dist-${name}`);
    let data = join(ROOT, "data");
    if (name === "demo") {
      data = join(folder, "data");
      await must("demo", ["--out", data]);
    }
    await must("build", ["--data", data, "--out", site]);
    return site;
  };
  const builds = new Map<SiteName, Promise<string>>();
  const server = createServer(async (request, response) => {
    const name = request.url?.slice(1) as SiteName;
    if (!builds.has(name)) builds.set(name, build(name));
    try {
      response.end(await builds.get(name));
    } catch (error) {
      response.writeHead(500).end(error instanceof Error ? error.message : String(error));
    }
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  project.provide("builder", `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return () => {
    server.close();
    server.closeAllConnections();
    for (const child of running) child.kill();
    rmSync(folder, { recursive: true, force: true });
  };
}
