/** Development server: pages follow the data folder; while the data have errors, every page says which. */
import { readdir, stat } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { Problem } from "../../src/ingest/problems/problems.ts";
import { ROOT } from "./places.ts";
import { countsText, fullText, hasErrors } from "./print.ts";
import { problemPage } from "./problem-page.ts";

const CURRENT = fileURLToPath(new URL("../../src/load/current.ts", import.meta.url));
const LIVE = fileURLToPath(new URL("./pictures/live.ts", import.meta.url));
const EVERY = 400;

type DevServer = Parameters<
  NonNullable<AstroIntegration["hooks"]["astro:server:setup"]>
>[0]["server"];
type Environment = DevServer["environments"][string];

/** What we use of the runner that loads modules in this process, as Astro's environments do. */
interface Runner {
  import<Module>(file: string): Promise<Module>;
  evaluatedModules: {
    getModuleById(id: string): object | undefined;
    invalidateModule(module: object): void;
  };
}

/** Live data for the development server; does nothing in a build. */
export function liveData(): AstroIntegration {
  return {
    name: "live-data",
    hooks: {
      "astro:config:setup": ({ command, updateConfig }) => {
        if (command !== "dev") return;
        // A build beside the server must not make it reload.
        const output = (path: string) => /^(?:dist|\.dist-)/.test(relative(ROOT, path));
        updateConfig({ vite: { server: { watch: { ignored: output } } } });
      },
      "astro:server:setup": ({ server }) => {
        const watch = new Watch(server, resolve(process.env.SITE_DATA ?? "data"));
        watch.start();
        server.middlewares.use(async (request, response, next) => {
          const made = await madeFile(server, request);
          if (made) {
            response.writeHead(200, { "Content-Type": made.type, "Cache-Control": "no-store" });
            response.end(made.bytes);
            return;
          }
          if (!isPage(request)) return next();
          const problems = await watch.problems().catch(() => null);
          // Code that does not load is Astro's to show.
          if (!problems || !hasErrors(problems)) return next();
          response.writeHead(500, {
            "Content-Type": "text/html; charset=utf-8",
            "Cache-Control": "no-store",
            ETag: `"${watch.version}"`,
          });
          response.end(problemPage(problems, watch.version));
        });
      },
    },
  };
}

/**
 * Looks at the folder itself, several times a second and before every page, instead of waiting for
 * the system's events: those do not come from network drives and not for a folder that is missing.
 */
class Watch {
  readonly #server: DevServer;
  readonly #folder: string;
  #seen = "";
  #told = "";
  #changes = 0;
  #busy: Promise<Problem[]> | undefined;

  constructor(server: DevServer, folder: string) {
    this.#server = server;
    this.#folder = folder;
  }

  /** Another one after every change. */
  get version(): string {
    return `${process.pid}-${this.#changes}`;
  }

  start(): void {
    const again = async () => {
      const before = this.#seen;
      if ((await signature(this.#folder)) !== before) {
        await this.problems().catch(() => {});
      }
      timer = setTimeout(again, EVERY).unref();
    };
    let timer = setTimeout(again, EVERY).unref();
    this.#server.httpServer?.once("close", () => clearTimeout(timer));
  }

  /** The problems of the data as they are now; pages and browsers follow when they changed. */
  problems(): Promise<Problem[]> {
    this.#busy ??= this.#refresh().finally(() => {
      this.#busy = undefined;
    });
    return this.#busy;
  }

  async #refresh(): Promise<Problem[]> {
    const now = await signature(this.#folder);
    if (now !== this.#seen) {
      const first = this.#seen === "";
      this.#seen = await settled(this.#folder, now);
      this.#changes += 1;
      forget(this.#server);
      const problems = await load(this.#server);
      this.#tell(problems, first);
      this.#server.ws.send({ type: "full-reload" });
      return problems;
    }
    return load(this.#server);
  }

  #tell(problems: Problem[], first: boolean): void {
    const text = fullText(problems, ["error"]);
    const good = `数据已更新：${countsText(problems)}。`;
    if (text) console.log(`\n${text}\n\n改好后保存，页面会自己刷新。`);
    else if (!first) console.log(this.#told ? `数据已改好：${countsText(problems)}。` : good);
    this.#told = text;
  }
}

/** What `src/load/current.ts` says, loaded as the pages load it, so that edited code counts too. */
async function load(server: DevServer): Promise<Problem[]> {
  const runner = runnerOf(server.environments.ssr);
  if (!runner) return [];
  const { currentData } = await runner.import<typeof import("../../src/load/current.ts")>(CURRENT);
  return (await currentData()).problems;
}

/**
 * Drops `src/load/current.ts` and all that imports it, so that the next request reads the data anew.
 * Astro asks a page for its addresses (getStaticPaths) again when the page's module is another one.
 */
function forget(server: DevServer): void {
  for (const environment of Object.values(server.environments)) {
    const runner = runnerOf(environment);
    if (!runner) continue;
    const dropped = new Set<Module>();
    for (const module of environment.moduleGraph.getModulesByFile(CURRENT) ?? []) {
      environment.moduleGraph.invalidateModule(module, dropped, Date.now(), true);
    }
    for (const { id } of dropped) {
      const evaluated = id && runner.evaluatedModules.getModuleById(id);
      if (evaluated) runner.evaluatedModules.invalidateModule(evaluated);
    }
  }
}

type Module = NonNullable<ReturnType<Environment["moduleGraph"]["getModuleById"]>>;

function runnerOf(environment: Environment | undefined): Runner | undefined {
  return environment && "runner" in environment ? (environment.runner as Runner) : undefined;
}

/** A picture or package, which no page of the server makes; null where it is none, or the data have errors. */
async function madeFile(server: DevServer, { url = "", method }: IncomingMessage) {
  const address = (url.split("?")[0] ?? "").slice(1);
  const home = server.resolvedUrls?.local[0];
  const runner = runnerOf(server.environments.ssr);
  if (method !== "GET" || !/\.(?:png|zip)$/.test(address) || !home || !runner) return null;
  const { liveFile } = await runner.import<typeof import("./pictures/live.ts")>(LIVE);
  const served = async (path: string) =>
    new Uint8Array(await (await fetch(new URL(path, home))).arrayBuffer());
  return liveFile(address, served).catch(() => null);
}

/** Paths, sizes and times of everything in the folder; never empty, also for a missing folder. */
async function signature(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => null);
  if (!entries) return "missing";
  const lines = await Promise.all(
    entries.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      // A folder's own time changes with every temporary file a spreadsheet program makes.
      if (!entry.isFile()) return path;
      const { size, mtimeMs } = await stat(path).catch(() => ({ size: -1, mtimeMs: 0 }));
      return `${path}|${size}|${mtimeMs}`;
    }),
  );
  return `${lines.length}\n${lines.sort().join("\n")}`;
}

/** Waits for a program that is still writing: the signature must stay the same for a moment. */
async function settled(folder: string, first: string): Promise<string> {
  for (let last = first; ; ) {
    await new Promise((done) => setTimeout(done, 80));
    const now = await signature(folder);
    if (now === last) return now;
    last = now;
  }
}

/** A request for a page, not for a style, a script or Vite's own. */
function isPage(request: IncomingMessage): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  if (/^\/(?:@|__|node_modules\/)/.test(path)) return false;
  return (
    path.endsWith("/") ||
    path.endsWith(".html") ||
    (request.headers.accept ?? "").includes("text/html")
  );
}
