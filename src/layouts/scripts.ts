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

/** What the page for staff loads: itself, and what reads workbooks, which not every file needs. */
export interface StaffScripts {
  page: string;
  workbooks: string;
}

/** Of scripts that stand on nearly all of the program: made of the sources where they lie. */
export function staffScripts(): Promise<StaffScripts> {
  staff ??= staffBundles();
  return staff;
}
let staff: Promise<StaffScripts> | undefined;

/**
 * The page's own script, with its worker as text in it: a worker made of text may load no more than
 * its page. So what reads workbooks is a text as well, which the page hands on: once it has come,
 * nothing more is asked of any net.
 */
async function staffBundles(): Promise<StaffScripts> {
  const folder = posix.join(process.cwd(), "src/staff/client");
  const bundle = async (entry: string, options: BuildOptions = {}): Promise<string> => {
    const { outputFiles } = await build({
      bundle: true,
      minify: true,
      logLevel: "silent",
      format: "esm",
      target: "es2022",
      charset: "utf8",
      plugins: [WITHOUT_NODE],
      // What packages have for workers asks for no document.
      conditions: ["worker"],
      ...options,
      write: false,
      entryPoints: [posix.join(folder, entry)],
    });
    return outputFiles[0]!.text;
  };
  const [worker, workbookReader] = await Promise.all([
    bundle("worker.ts", { plugins: [WORKBOOKS_LATER, WITHOUT_NODE] }),
    bundle("workbooks.ts"),
  ]);
  const workbooks = `export default ${JSON.stringify(workbookReader)};`;
  const page = await bundle("page.ts", {
    define: {
      WORKER: JSON.stringify(worker),
      WORKBOOKS: JSON.stringify(`./workbooks.js?v=${versionOf(workbooks)}`),
    },
  });
  return { page, workbooks };
}

/** What src/exports/workbook/sheets.ts asks for only of a workbook: the worker gets it from its page. */
const WORKBOOKS_LATER: Plugin = {
  name: "workbooks-later",
  setup(setup) {
    setup.onResolve({ filter: /^(?:\.\/(?:xlsx|any|first-rows)\.ts|fflate)$/ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path, namespace: "later" } : undefined,
    );
    setup.onLoad({ filter: /.*/, namespace: "later" }, () => ({
      contents:
        "export const { anySheets, firstRows, unzipSync, xlsxSheets, zipSync } = await workbooks();",
      loader: "js",
    }));
  },
};

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
