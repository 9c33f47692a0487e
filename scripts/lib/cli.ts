/** What every command is: it runs, ends with a number, and says in Chinese what went wrong. */
import "./compile-cache.mjs";
import { diskFault } from "./disk-faults.ts";

/** Something the user can put right: shown as its message alone, without a stack. */
export class CliError extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Resolves when the command is told to end, by Ctrl+C or by the system. */
export function stopSignal(): Promise<void> {
  return new Promise((done) => {
    process.once("SIGINT", () => done()).once("SIGTERM", () => done());
  });
}

/** Runs a command: its number is the exit code; a CliError and what the disk refuses are shown as words, anything else with its stack. */
export async function run(main: () => Promise<number>): Promise<void> {
  // `npm run check | head` closes the pipe early; that is no error of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    const fault = diskFault(error);
    if (!fault) throw error;
    console.error(`要说的话写不出来：${fault}`);
    process.exit(1);
  });
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof CliError) {
      console.error(error.message);
      process.exitCode = error.exitCode;
      return;
    }
    process.exitCode = 1;
    // Ctrl+C or Ctrl+D at a question; questions come before anything is written.
    if ((error as NodeJS.ErrnoException)?.code === "ABORT_ERR") {
      console.error("\n停下了，没有改动。");
      return;
    }
    const fault = diskFault(error);
    if (fault) {
      console.error(fault);
      return;
    }
    console.error("程序自己出错了，不是数据的问题。请把下面的内容发给维护人员：");
    console.error(error);
  }
}
