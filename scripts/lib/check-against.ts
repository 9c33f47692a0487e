/** The data as they are, and what of the site moves beside another state of them. */
import { diskFolder } from "../../src/ingest/disk.ts";
import type { Problem } from "../../src/ingest/problems/problems.ts";
import type { Move } from "../../src/moves/moves.ts";
import { earlierData } from "./earlier-data.ts";
import { countsText } from "./print.ts";

interface Checking {
  onProgress: (doing: string) => void;
  today: string;
}

export interface Compared {
  problems: Problem[];
  moves: Move[] | null;
  than: string;
  whyNot: string;
}

/** What moves is null where one of the two has errors, as `whyNot` says: then it makes no site. */
export async function checkAgainst(
  wanted: string,
  folder: string,
  { onProgress, today }: Checking,
): Promise<Compared> {
  const earlier = earlierData(wanted, folder);
  try {
    const [{ loadSite }, { publicState }, { movesOf }] = await Promise.all([
      import("../../src/load/load-site.ts"),
      import("../../src/moves/public-state.ts"),
      import("../../src/moves/moves.ts"),
    ]);
    const load = (path: string, of: string) =>
      loadSite(diskFolder(path), { today, onProgress: (doing) => onProgress(`${of} ${doing}`) });
    const now = await load(folder, "现在的");
    const than = earlier.name;
    if (!now.site)
      return { problems: now.problems, moves: null, than, whyNot: "先改好这一份的错误" };
    const before = await load(earlier.folder, "原来的");
    // Who mends a broken state has nothing to compare with, and is not to be stopped.
    if (!before.site) {
      const whyNot = `那一份数据有${countsText(before.problems)}，生成不了网站`;
      return { problems: now.problems, moves: null, than, whyNot };
    }
    const was = await publicState(before.site, (of) => onProgress(`原来的${of}说些什么`));
    const is = await publicState(now.site, (of) => onProgress(`现在的${of}说些什么`));
    return { problems: now.problems, moves: movesOf(was, is), than, whyNot: "" };
  } finally {
    earlier.done();
  }
}
