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
import { isDeepStrictEqual } from "node:util";
import type { TestProject } from "vitest/node";
import { ROOT } from "../../scripts/lib/places.ts";
import { ended, hashes, start, sweepTemporaryFolders, temporaryFolder } from "./command.ts";
import { KAILI } from "./kaili.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where to ask for a built site. */
    builder: string;
  }
}

/** The sites that tests may ask for: of the 2023 data they know, of the demo, of data/ as it is, of a folder of tests/bureaus. */
export type SiteName = "real" | "demo" | "data" | `bureaus/${string}`;

/** The folders of a finished site and of what it was built from. */
export interface Built {
  site: string;
  data: string;
}

const BUREAUS = join(import.meta.dirname, "../bureaus");
const OWN = join(ROOT, "data");

/** Where a site's data stand; the demo's are written first. */
function dataOf(name: SiteName): string {
  if (name === "real") return KAILI;
  return name === "data" ? OWN : join(BUREAUS, name.replace(/^bureaus\//, ""), "data");
}

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
  const build = async (name: SiteName): Promise<Built> => {
    const site = join(folder, `dist-${name.replace("/", "-")}`);
    let data = dataOf(name);
    if (name === "demo") {
      data = join(folder, "data");
      await must("demo", ["--out", data]);
    }
    await must("build", ["--data", data, "--out", site]);
    return { site, data };
  };
  const builds = new Map<SiteName, Promise<Built>>();
  // Where nobody has put other data yet, one site is both.
  const same = isDeepStrictEqual(hashes(KAILI), hashes(OWN));
  const server = createServer(async (request, response) => {
    const asked = request.url?.slice(1) as SiteName;
    const name = same && asked === "data" ? "real" : asked;
    if (!builds.has(name)) builds.set(name, build(name));
    try {
      response.end(JSON.stringify(await builds.get(name)));
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
