/** Programs of Debian's packages that tests work with: found on the machine, or installed where root may. */
import { spawnSync } from "node:child_process";

/** What `find` finds; installs the packages first where it finds nothing. Throws where they cannot be. */
export function foundOrInstalled<T>(packages: readonly string[], find: () => T | undefined): T {
  const found = find();
  if (found !== undefined) return found;
  const names = packages.join(" ");
  const missing =
    `测试要用 ${names}，这台机器上没有，也装不上。\n` +
    `Debian 或 Ubuntu：sudo apt-get install ${names}；装好后再运行测试。`;
  if (process.getuid?.() !== 0) throw new Error(missing);
  // Two test files may install at once: apt waits for the other.
  const apt = (...args: string[]) =>
    spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=300", ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      encoding: "utf8",
    });
  const install = ["install", "-y", "--no-install-recommends", ...packages];
  let done = apt(...install);
  if (done.status !== 0) {
    apt("update");
    done = apt(...install);
  }
  const installed = find();
  if (installed === undefined) throw new Error(`${missing}\n${done.stderr ?? ""}`);
  return installed;
}
