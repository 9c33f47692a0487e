import { once } from "node:events";
import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve } from "node:path";
import compression from "compression";
import sirv from "sirv";

type Middleware = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

export interface ServeOptions {
  /** Wanted port; the next free one of 20 further is taken if it is in use. 0 (the default) means any. */
  port?: number;
  /** Sub-path to serve the folder under, such as "/a/b/". Default "/". */
  base?: string;
  /** Address to listen on. Default 127.0.0.1, so that nothing is open to the network unasked. */
  host?: string;
}

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".csv": "text/csv",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".txt": "text/plain",
  ".md": "text/markdown",
};

/**
 * Serves a folder the way an ordinary static host does: `/x` redirects to `/x/` for a folder, `/x` never
 * means `x.html`, unknown addresses get the folder's 404.html. Nothing is cached; a folder swapped by
 * renaming shows at once. `url` ends with the base, so with a slash.
 */
export async function serve(
  dir: string,
  options: ServeOptions = {},
): Promise<{ url: string; close(): Promise<void> }> {
  const root = resolve(dir);
  const host = options.host ?? "127.0.0.1";
  const base = normalizeBase(options.base ?? "/");
  const compress = compression() as unknown as Middleware;
  // `dev` looks every file up afresh, by path; no extensions, or sirv would answer /x/ with x.html.
  const files = sirv(root, {
    dev: true,
    extensions: [],
    setHeaders: setContentType,
  });

  // Five seconds, as Node has it, pass on a busy machine while somebody is about to ask again.
  const server = createServer({ keepAliveTimeout: 60_000 }, (req, res) => {
    // sirv does not listen for read errors: a file swapped away under it would end the process.
    // The socket, as res.destroy() leaves it open while an earlier answer on it is being finished.
    res.on("pipe", (source) => source.on("error", () => req.socket.destroy()));
    const answer = () => {
      try {
        route(req, res, root, base, files);
      } catch {
        void notFound(req, res, root);
      }
    };
    // Part of a file (Range) must not be compressed.
    if (req.headers.range) answer();
    else compress(req, res, answer);
  });

  const wanted = options.port ?? 0;
  const last = wanted === 0 ? 0 : Math.min(wanted + 20, 65535);
  for (let port = wanted; ; port += 1) {
    try {
      server.listen(port, host);
      await once(server, "listening"); // rejects on "error"
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE" || port >= last) throw error;
    }
  }

  const { port } = server.address() as AddressInfo;
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return {
    url: `http://${name.includes(":") ? `[${name}]` : name}:${port}${base}`,
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => (error ? fail(error) : done()));
        server.closeAllConnections();
      }),
  };
}

function route(
  req: IncomingMessage,
  res: ServerResponse,
  root: string,
  base: string,
  files: ReturnType<typeof sirv>,
): void {
  if (req.method !== "GET" && req.method !== "HEAD") {
    res.setHeader("Allow", "GET, HEAD");
    plain(res, 405, "只支持 GET 和 HEAD。");
    return;
  }
  const { pathname, search } = new URL(`http://localhost${req.url ?? "/"}`);
  if (`${pathname}/` === base) {
    redirect(res, pathname, search);
    return;
  }
  if (!pathname.startsWith(base)) {
    plain(res, 404, `404：站点在 ${base} 之下。`);
    return;
  }

  // sirv leaves these escaped, and so would not find a file with "+" or "&" in its name.
  const path = pathname
    .slice(base.length - 1)
    .replace(/%(?:24|26|2B|2C|3A|3B|3D|40)/gi, decodeURIComponent);
  if (!path.endsWith("/") && isFolder(join(root, decodeURI(path)))) {
    redirect(res, pathname, search);
    return;
  }
  req.url = path.endsWith("/") ? `${path}index.html` : path;
  files(req, res, () => notFound(req, res, root));
}

/** Relative, so that it holds behind any proxy path; "./" keeps "//host" and "a:b" from meaning something else. */
function redirect(res: ServerResponse, pathname: string, search: string): void {
  const name = pathname.slice(pathname.lastIndexOf("/") + 1);
  res.setHeader("Location", `./${name}/${search}`);
  plain(res, 301, "");
}

async function notFound(req: IncomingMessage, res: ServerResponse, root: string): Promise<void> {
  if (res.headersSent) {
    req.socket.destroy();
    return;
  }
  const page = await readFile(join(root, "404.html")).catch(() => undefined);
  if (!page) {
    plain(res, 404, "404：没有这个地址。");
    return;
  }
  res.writeHead(404, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": page.length,
    "Cache-Control": "no-store",
  });
  res.end(req.method === "HEAD" ? undefined : page);
}

function plain(res: ServerResponse, status: number, text: string): void {
  res.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
  });
  res.end(text);
}

function setContentType(res: ServerResponse, pathname: string): void {
  const type = TYPES[extname(pathname).toLowerCase()];
  if (type) res.setHeader("Content-Type", `${type}; charset=utf-8`);
  // A script that others name by its hash: browsers compare only what they may read.
  if (pathname.endsWith("/embed.js")) res.setHeader("Access-Control-Allow-Origin", "*");
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** "a/b" → "/a/b/", escaped as it will arrive in requests. */
function normalizeBase(base: string): string {
  return new URL(`http://localhost/${base}/`).pathname.replace(/\/{2,}/g, "/");
}
