/** Words on a terminal: columns of Chinese, colour, what takes so long. */
import { styleText } from "node:util";

/** Columns a text takes in a terminal: Chinese characters take two. */
export function displayWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + (char > "\u2e7f" ? 2 : 1), 0);
}

/** Pads to a display width. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/** Pads on the left, for numbers. */
export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - displayWidth(text))) + text;
}

type Style = Parameters<typeof styleText>[0];

/** Coloured for a terminal, plain where there is none or NO_COLOR is set. */
export function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

/**
 * A line that says what takes so long: only on a terminal, only after two seconds, never in CI.
 * `say` changes its words, `end` wipes it away.
 */
export function progress(): { say(doing: string): void; end(): void } {
  if (!process.stderr.isTTY || process.env.CI) return { say() {}, end() {} };
  const start = performance.now();
  let doing = "";
  let shown = false;
  const timer = setInterval(() => {
    const seconds = (performance.now() - start) / 1000;
    if (seconds < 2 || doing === "") return;
    shown = true;
    process.stderr.write(`\r\u001b[K${doing}（${Math.floor(seconds)} 秒）`);
  }, 200);
  timer.unref();
  return {
    say(text) {
      doing = text;
    },
    end() {
      clearInterval(timer);
      if (shown) process.stderr.write("\r\u001b[K");
    },
  };
}

/** Seconds since a `performance.now()`, as words. */
export function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} 秒`;
}
