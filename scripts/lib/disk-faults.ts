/** What a disk refuses, as a sentence: nobody's slip in the program, and somebody can put it right. */
import { tmpdir } from "node:os";
import { shownPath } from "./places.ts";

const PERMISSION = [
  "没有权限",
  "请管理员给当前用户开通这个位置的权限，或者换一个位置，再运行一次",
] as const;
const TOO_MANY = ["同时打开的文件太多", "关掉一些程序再运行一次"] as const;

/** What the system calls it → why it cannot be, and what to do. */
const FAULTS: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  ENOSPC: ["磁盘满了，写不下", "腾出空间，或者换一个位置，再运行一次"],
  EDQUOT: ["磁盘配额用完了，写不下", "腾出空间，或者换一个位置，再运行一次"],
  EFBIG: ["文件太大，磁盘放不下", "换一个位置，再运行一次"],
  EROFS: ["磁盘是只读的，写不进去", "换一个可以写的位置，再运行一次"],
  EACCES: PERMISSION,
  EPERM: PERMISSION,
  EBUSY: ["正被别的程序或系统占用", "关掉占用它的程序，或者换一个位置，再运行一次"],
  EIO: ["磁盘读写出错", "检查磁盘或网络驱动器，再运行一次"],
  ENXIO: ["磁盘读写出错", "检查磁盘或网络驱动器，再运行一次"],
  ENOTDIR: ["路径中间有一段是文件，不是文件夹", "核对路径"],
  EISDIR: ["这是文件夹，不是文件", "核对路径，或者先把这个文件夹移走"],
  ELOOP: ["链接绕成了圈", "核对路径里的链接"],
  ENAMETOOLONG: ["名称太长", "换一个短些的名称"],
  EMFILE: TOO_MANY,
  ENFILE: TOO_MANY,
};

/** Our own unfinished files tell nobody where the disk is. */
const UNFINISHED = /(?:[\\/]\.dist-(?:new|old)-|[\\/]?\.unfinished(?![^\\/])).*$/s;
/** Nor do the folders that a command makes for itself among the system's temporary ones. */
const SCRATCH = /^[\\/](?:release|verify|pictures|site-earlier)-\w{6}(?:[\\/].*)?$/s;

/** The place as people know it. */
function knownPlace(path: string): string {
  const scratch = tmpdir();
  if (path.startsWith(scratch) && SCRATCH.test(path.slice(scratch.length))) return scratch;
  return path.replace(UNFINISHED, "");
}

/**
 * The sentence of an error that came from the disk, however deep Astro wrapped it; else null.
 * `at`: what the reader knows the place by, where that is not what the system was asked for.
 */
export function diskFault(error: unknown, at?: string): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, syscall, path, dest } = cause as NodeJS.ErrnoException & { dest?: string };
    // A port has the same codes.
    if (syscall === "listen" || syscall === "bind") return null;
    // A bundler keeps no more than the message.
    const known = [code, /\b(E[A-Z]{2,}): /.exec(cause.message)?.[1]];
    const [why, fix] = known.map((name) => FAULTS[name ?? ""]).find((fault) => fault) ?? [];
    const place = shownPath(knownPlace(at ?? dest ?? path ?? "."));
    if (why) return `${place === "." ? "" : `${place}：`}${why}。${fix}。`;
  }
  return null;
}
