/**
 * The scripts of the pages that have one, made of their sources at build time: a room's `client/`
 * folder. The explorer's stands in its page, so that its worker starts before anything else has come.
 */
import { createHash } from "node:crypto";
import { posix } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";

/**
 * What the scripts may be made of, as text: the pages are bundled themselves, and know no folder of
 * sources at run time.
 */
const SOURCES = import.meta.glob<string>(
  ["/src/{values,text,explore,search}/**/*.ts", "/src/charts/client/*.ts"],
  { query: "?raw", import: "default", eager: true },
);

/** A page's script that stands on nearly all of the program: made of the sources where they lie. */
export function staffScript(): Promise<string> {
  staff ??= staffBundle();
  return staff;
}
let staff: Promise<string> | undefined;

/** The page's own script, with its worker as text in it: a worker made of text may load no more than its page. */
async function staffBundle(): Promise<string> {
  const folder = posix.join(process.cwd(), "src/staff/client");
  const options: BuildOptions & { write: false } = {
    bundle: true,
    minify: true,
    write: false,
    logLevel: "silent",
    format: "esm",
    target: "es2022",
    charset: "utf8",
    plugins: [WITHOUT_NODE],
    // What packages have for workers asks for no document.
    conditions: ["worker"],
  };
  const worker = await build({ ...options, entryPoints: [posix.join(folder, "worker.ts")] });
  const page = await build({
    ...options,
    entryPoints: [posix.join(folder, "page.ts")],
    define: { WORKER: JSON.stringify(worker.outputFiles[0]!.text) },
  });
  return page.outputFiles[0]!.text;
}

/** Threads and files are asked for by no browser; the dictionary of names is too large for one. */
const WITHOUT_NODE: Plugin = {
  name: "without-node",
  setup(setup) {
    setup.onResolve({ filter: /^(?:node:.*|jieba-wasm)$/ }, ({ path }) => ({
      path,
      namespace: "none",
    }));
    setup.onLoad({ filter: /.*/, namespace: "none" }, () => ({
      contents: "module.exports = { tag: () => [] };",
      loader: "js",
    }));
    // A module of which nothing is used is left out.
    setup.onResolve({ filter: /^\./ }, ({ path, importer, resolveDir }) =>
      importer.includes("node_modules")
        ? undefined
        : { path: posix.join(resolveDir, path), sideEffects: false },
    );
  },
};

const made = new Map<string, Promise<string>>();

export function script(
  name: "explore/page" | "explore/worker" | "search/page" | "charts/embed" | "charts/copy",
): Promise<string> {
  let text = made.get(name);
  if (!text) {
    text = bundle(`/src/${name.replace("/", "/client/")}.ts`);
    made.set(name, text);
  }
  return text;
}

/** Stands in an address, so that the address changes with the content. */
export function versionOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 8);
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    write: false,
    logLevel: "silent",
    plugins: [
      {
        name: "sources",
        setup(setup) {
          setup.onResolve({ filter: /^[./]/ }, ({ path, importer, namespace }) =>
            // A package's own files are found in the usual way.
            namespace === "file"
              ? undefined
              : {
                  path: posix.resolve("/", posix.dirname(importer), path),
                  namespace: "sources",
                  // A module of which nothing is used is left out.
                  sideEffects: importer === "",
                },
          );
          setup.onLoad({ filter: /.*/, namespace: "sources" }, ({ path }) => {
            const contents = SOURCES[path];
            if (contents === undefined) return undefined;
            return { contents, loader: "ts", resolveDir: process.cwd() };
          });
        },
      },
    ],
  });
  return outputFiles[0]!.text;
}
