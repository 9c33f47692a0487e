/** Categories that are written as a way to them: 城市管理->市容环境->占道经营, 市容环境/暴露垃圾. */

/** Marks that part the steps, and may stand in a name too: 油烟/噪音. */
const STROKE = /\s*[/\\—–-]\s*/;
const ARROW = /\s*(?:-+>|[→>＞])\s*/;

/** What a path leads to; of two parts beside a single stroke it is a name, unless its column `isOfPaths`. */
export function lastStep(path: string, isOfPaths = false): string {
  const parts = path.split(ARROW);
  const strokes = path.split(STROKE);
  const isPath = strokes.length > 2 || (isOfPaths && strokes.length === 2);
  return (parts.length > 1 ? parts : isPath ? strokes : [path]).at(-1)!.trim();
}

/**
 * Whether the texts of a column are paths of two steps: each has a stroke, and some first step leads to
 * several. One name with a stroke beside others without one is no path.
 */
export function arePaths(texts: readonly string[]): boolean {
  const below = new Map<string, Set<string>>();
  for (const text of new Set(texts)) {
    const steps = text.split(STROKE);
    const [first = "", ...rest] = steps;
    if (
      rest.length === 0 ||
      steps.some((step) => !/^(?=.*\p{Script=Han})[\p{Script=Han}（）()、\w]+$/u.test(step))
    )
      return false;
    const found = below.get(first) ?? new Set<string>();
    below.set(first, found.add(rest.join("/")));
  }
  return [...below.values()].some(({ size }) => size > 1);
}
