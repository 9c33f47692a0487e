/** The thread that puts files of any bytes into the commands, one after the other. */
import { parentPort, workerData } from "node:worker_threads";
import { Imports } from "../../src/exports/answers.ts";
import { importExports } from "../../src/exports/import.ts";
import { draftOf } from "../../src/extract/draft.ts";
import { NotAReport } from "../../src/extract/report-line.ts";
import { memoryFolder } from "../../src/ingest/folder.ts";
import { loadSite } from "../../src/load/load-site.ts";
import { ArbitraryFiles, type Kind } from "./arbitrary-bytes.ts";

export interface ArbitraryTask {
  seed: number;
  from: number;
  until: number;
}
/** Before a file is put into a command, and when it is done. */
export type ArbitrarySent =
  | { run: number; kind: Kind; what: string }
  | { run: number; milliseconds: number; thrown?: string };

const SITE = "数据性质: 演示\n单位名称: 虚设局\n网站名称: 虚设局公开\n";

type Command = (name: string, bytes: Uint8Array) => Promise<unknown>;

const COMMANDS: readonly (readonly [string, Command])[] = [
  [
    "check",
    (name, bytes) =>
      loadSite(memoryFolder({ "site.yaml": SITE, [`2024/${name}`]: bytes }), { checkOnly: true }),
  ],
  [
    "import",
    async (name, bytes) => {
      const [source] = (await memoryFolder({ [name]: bytes }).files()) ?? [];
      return importExports([source!], {
        ...{ vocabularies: new Map(), imports: new Imports(""), year: 2024 },
        nameId: (id) => id,
      });
    },
  ],
  ["extract", (name, bytes) => draftOf(name, bytes, 2024)],
];

const { seed, from, until } = workerData as ArbitraryTask;
const files = new ArbitraryFiles();
const send = (sent: ArbitrarySent) => parentPort!.postMessage(sent);
for (let run = from; run < until; run++) {
  const { kind, name, bytes } = files.file(seed, run);
  const [command, take] = COMMANDS[run % COMMANDS.length]!;
  send({ run, kind, what: `${command} ${kind} ${name}，第${run}次` });
  const began = performance.now();
  const thrown = await take(name, bytes).then(
    () => undefined,
    (error: unknown) => (error instanceof NotAReport ? undefined : String(error)),
  );
  send({ run, milliseconds: performance.now() - began, ...(thrown && { thrown }) });
}
