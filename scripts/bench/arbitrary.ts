/**
 * Bytes of any kind, put into check, import and extract: none of them may throw, and each must end. A
 * thread does it, so that one which never ends is told, and the next goes on.
 */
import { on } from "node:events";
import { Worker } from "node:worker_threads";
import { KINDS, type Kind } from "./arbitrary-bytes.ts";
import type { ArbitrarySent, ArbitraryTask } from "./arbitrary-worker.ts";

export interface ArbitraryCost {
  runs: number;
  seed: number;
  /** Files of each kind. */
  counts: Record<Kind, number>;
  /** What threw: which command, the name that the bytes had, and what was said. */
  thrown: string[];
  /** What had not ended in the time that a file may take. */
  endless: string[];
  milliseconds: number;
  /** The longest of all that ended, and what it was. */
  slowest: { milliseconds: number; what: string };
}

/** Far longer than a file of some kilobytes takes on a busy machine. */
const LONGEST = 60_000;

/** One after the other; a seed gives the same bytes again. */
export async function arbitraryCost(
  runs: number,
  seed: number,
  say: (doing: string) => void,
): Promise<ArbitraryCost> {
  const start = performance.now();
  const cost: ArbitraryCost = {
    ...{ runs, seed, thrown: [], endless: [], milliseconds: 0 },
    counts: Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>,
    slowest: { milliseconds: 0, what: "" },
  };
  // A machine that sleeps, or is wanted by others, stops the clock for none: asked a second time.
  const late = new Set<number>();
  for (let from = 0; from < runs; ) {
    const { next, endless } = await until({ seed, from, until: runs }, cost, say);
    from = next;
    if (endless === undefined) continue;
    if (late.has(next - 1)) cost.endless.push(endless);
    else late.add(--from);
  }
  return { ...cost, milliseconds: performance.now() - start };
}

/** Takes one after the other until all are done, or one does not end; gives where to go on. */
async function until(
  task: ArbitraryTask,
  cost: ArbitraryCost,
  say: (doing: string) => void,
): Promise<{ next: number; endless?: string }> {
  const thread = new Worker(new URL("./arbitrary-worker.ts", import.meta.url), {
    workerData: task,
  });
  let doing = { run: task.from, what: "开始" };
  const tooLong = new AbortController();
  let watch = setTimeout(() => tooLong.abort(), LONGEST);
  const events = on(thread, "message", { close: ["exit"], signal: tooLong.signal });
  try {
    for await (const [sent] of events as AsyncIterable<[ArbitrarySent]>) {
      clearTimeout(watch);
      watch = setTimeout(() => tooLong.abort(), LONGEST);
      if ("kind" in sent) {
        doing = sent;
        cost.counts[sent.kind]++;
        if (sent.run % 500 === 0) say(`任意字节 ${sent.run}/${cost.runs}`);
        continue;
      }
      if (sent.thrown) cost.thrown.push(`${doing.what}：${sent.thrown}`);
      if (sent.milliseconds > cost.slowest.milliseconds) {
        cost.slowest = { milliseconds: sent.milliseconds, what: doing.what };
      }
      if (sent.run + 1 === task.until) return { next: task.until };
    }
    cost.thrown.push(`${doing.what}：线程停了`);
  } catch (error) {
    if (tooLong.signal.aborted) return { next: doing.run + 1, endless: doing.what };
    cost.thrown.push(`${doing.what}：${String(error)}`);
  } finally {
    clearTimeout(watch);
    await thread.terminate();
  }
  return { next: doing.run + 1 };
}

export function arbitraryReport(cost: ArbitraryCost): string {
  const { runs, seed, counts, thrown, endless, milliseconds, slowest } = cost;
  const kinds = KINDS.map((kind) => `${kind} ${counts[kind]}`).join("、");
  return [
    `任意字节 ${runs} 次（种子 ${seed}：${kinds}）：check、import、extract 轮流，${(milliseconds / 1000).toFixed(0)} 秒，` +
      `最久的一次 ${Math.round(slowest.milliseconds)} 毫秒（${slowest.what}）。`,
    ...listed("没有一次抛出错误", "抛出错误", thrown),
    ...listed("没有一次不结束", `${LONGEST / 1000} 秒没有结束`, endless),
  ].join("\n");
}

function listed(none: string, some: string, all: readonly string[]): string[] {
  if (all.length === 0) return [`  ${none}。`];
  return [`  ${some} ${all.length} 次：`, ...all.slice(0, 20).map((one) => `    ${one}`)];
}
