/** examples/ci and the hook: they parse, and every command in them is one of ours. */
import { execFile, execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ROOT } from "../scripts/lib/places.ts";
import { temporaryFolder } from "./support/command.ts";
import { commandsIn, expectReal } from "./support/our-commands.ts";

const FOLDER = join(ROOT, "examples/ci");
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".yml"));

it("there is one for GitHub, GitLab and Gitee", () => {
  for (const host of ["github", "gitlab", "gitee"]) {
    expect(files.some((name) => name.startsWith(host))).toBe(true);
  }
});

it.each(files)("%s parses, and calls commands that exist", (name) => {
  const text = readFileSync(join(FOLDER, name), "utf8");
  expect(parse(text)).toBeTypeOf("object");
  expect(commandsIn(text).length).toBeGreaterThan(0);
  expectReal(text);
});

/** The lists of shell lines of a file, each with where it stands, in their order. */
function scriptsIn(name: string): { path: string; script: string }[] {
  const lists: { path: string; script: string }[] = [];
  const visit = (value: unknown, path: string): void => {
    const key = path.split("/").at(-1)!;
    if (typeof value === "string" && key === "run") lists.push({ path, script: value });
    else if (Array.isArray(value) && /script$|^commands$/.test(key)) {
      lists.push({ path, script: value.join("\n") });
    } else if (value && typeof value === "object") {
      for (const [own, one] of Object.entries(value)) visit(one, `${path}/${own}`);
    }
  };
  visit(parse(readFileSync(join(FOLDER, name), "utf8")), "");
  return lists;
}

/** Programs that the lines call: they say what they were called with, and what the site's would leave. */
const STAND_INS = {
  npm: `echo "npm $*" >> "$LOG"
case "$*" in
  *check*) echo said; exit "$CHECK";;
  *release*) mkdir -p data/releases; echo 1 > data/releases/1.json; exit 3;;
  *build*) mkdir dist;;
esac`,
  gh: 'echo "gh $*" >> "$LOG"; case "$*" in *--edit-last*) exit 1;; esac',
  curl: 'echo "curl $*" >> "$LOG"; echo "{}"',
};

describe.each([
  ["github-actions.yml", /jobs\/check/, ["gh pr comment 7 --body-file changes.md"], true],
  ["gitlab-ci.yml", /before_script|^\/check/, ["merge_requests/7/notes"], true],
  ["gitee-go-check.yml", /./, ["npm run check -- --against origin/main --all"], false],
  ["gitee-go-publish.yml", /^$/, [], false],
] as const)("%s, line by line", (name, ofCheck, said, pushes) => {
  /** Runs the lists one after the other in a clone; gives their exit codes and what they called. */
  const run = (scripts: readonly { script: string }[], check: number) => {
    const folder = temporaryFolder();
    try {
      const [bin, bare, own] = ["bin", "site.git", "clone"].map((one) => join(folder, one)) as [
        string,
        string,
        string,
      ];
      const git = (...args: string[]) =>
        execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
      mkdirSync(bin);
      for (const [program, script] of Object.entries(STAND_INS)) {
        writeFileSync(join(bin, program), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
      }
      git("init", "-q", "--bare", "-b", "main", bare);
      git("-C", bare, "config", "receive.advertisePushOptions", "true");
      git("clone", "-q", bare, own);
      mkdirSync(join(own, "data"));
      writeFileSync(join(own, "data/a.csv"), "x\n");
      git("-C", own, "add", ".");
      const as = ["-c", "user.name=a", "-c", "user.email=a@example.invalid"];
      git("-C", own, ...as, "commit", "-qm", "first");
      git("-C", own, "push", "-q", "origin", "HEAD:main");
      const log = join(folder, "log");
      const env = {
        ...{ PATH: `${bin}:${process.env.PATH}`, HOME: folder, LOG: log, CHECK: String(check) },
        ...{ GITHUB_BASE_REF: "main", GITHUB_STEP_SUMMARY: join(folder, "summary"), NUMBER: "7" },
        ...{ CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main", CI_MERGE_REQUEST_IID: "7" },
        ...{ CI_API_V4_URL: "https://git.invalid/api/v4", CI_PROJECT_ID: "1", SITE_TOKEN: "t" },
        ...{ CI_SERVER_HOST: "git.invalid", CI_PROJECT_PATH: "a/b", CI_COMMIT_BRANCH: "main" },
        ...{ GIT_CONFIG_COUNT: "1", GIT_CONFIG_VALUE_0: "https://oauth2:t@git.invalid/a/b.git" },
        GIT_CONFIG_KEY_0: `url.${bare}.insteadOf`,
      };
      const codes = scripts.map(({ script }) => {
        const { status } = spawnSync("bash", ["-e", "-c", script], { cwd: own, env });
        return status;
      });
      const called = existsSync(log) ? readFileSync(log, "utf8") : "";
      return { codes, called, last: git("-C", bare, "log", "-1", "--format=%s", "main").trim() };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const all = scriptsIn(name);
  const checks = all.filter(({ path }) => ofCheck.test(path));
  const publishes = all.filter(({ path }) => !ofCheck.test(path));

  it("good data pass the check, bad data stop it, and both are told", () => {
    if (checks.length === 0) return;
    for (const check of [0, 1]) {
      const { codes, called } = run(checks, check);
      expect(codes.filter((code) => code !== 0)).toEqual(check === 0 ? [] : [1]);
      for (const one of said) expect(called).toContain(one);
    }
  });

  it("what is on main is built, and its version kept", () => {
    if (publishes.length === 0) return;
    const { codes, called, last } = run(publishes, 0);
    expect(codes.every((code) => code === 0)).toBe(true);
    expect(called).toContain("npm run build");
    expect(last).toBe(pushes ? "留一个版本" : "first");
  });
});

describe("the comment under a merge request, sent to a host that plays GitLab's API", () => {
  const CHANGES =
    "## 变化 & 100%\n\n| 数字 | 以前 | 以后 |\n| --- | --- | --- |\n| a+b=c | 1 | “2” |\n";
  const send = scriptsIn("gitlab-ci.yml")
    .flatMap(({ script }) => /^if \[[\s\S]*?^fi$/m.exec(script) ?? [])
    .find((script) => script.includes("curl"))!;

  /** Runs the lines with the real curl; gives what the host got and what was said. */
  const sent = async (status: number, token: string) => {
    const got: { asked: IncomingMessage; body: string }[] = [];
    const host = createServer((asked, answer) => {
      let body = "";
      asked.on("data", (piece) => {
        body += piece;
      });
      asked.on("end", () => {
        got.push({ asked, body });
        answer.writeHead(status, { "content-type": "application/json" }).end("{}");
      });
    });
    await new Promise<void>((done) => host.listen(0, "127.0.0.1", done));
    const cwd = temporaryFolder();
    try {
      writeFileSync(join(cwd, "changes.md"), CHANGES);
      const api = `http://127.0.0.1:${(host.address() as AddressInfo).port}/api/v4`;
      const ids = { CI_PROJECT_ID: "12", CI_MERGE_REQUEST_IID: "7", CI_API_V4_URL: api };
      const env = { PATH: process.env.PATH, NO_PROXY: "127.0.0.1", SITE_TOKEN: token, ...ids };
      const said = await new Promise<{ code: number; text: string }>((done) => {
        execFile("bash", ["-e", "-c", send], { cwd, env }, (error, stdout, stderr) =>
          done({ code: Number(error?.code ?? 0), text: stdout + stderr }),
        );
      });
      return { got, ...said };
    } finally {
      host.close();
      rmSync(cwd, { recursive: true, force: true });
    }
  };

  it("is the table, whole, at the merge request's address", async () => {
    const { got, code } = await sent(201, "secret-token");
    expect([code, got.length]).toEqual([0, 1]);
    const { asked, body } = got[0]!;
    expect(asked.method).toBe("POST");
    expect(asked.url).toBe("/api/v4/projects/12/merge_requests/7/notes");
    expect(asked.headers["private-token"]).toBe("secret-token");
    expect([...new URLSearchParams(body)]).toEqual([["body", CHANGES]]);
  });

  it("is said not to have been written where the host refuses, and the check goes on", async () => {
    const { code, text } = await sent(401, "secret-token");
    expect(code).toBe(0);
    expect(text).toContain("评论没有写上");
    expect(text).not.toContain("secret-token");
  });

  it("is not tried without a token", async () => {
    expect(await sent(201, "")).toMatchObject({ got: [], code: 0 });
  });
});

it("the hook lets good data pass and stops bad, and asks only where data are staged", () => {
  const folder = temporaryFolder();
  try {
    const bin = join(folder, "bin");
    mkdirSync(bin);
    writeFileSync(join(bin, "npm"), '#!/bin/sh\nexit "$CHECK"\n');
    chmodSync(join(bin, "npm"), 0o755);
    execFileSync("git", ["-C", folder, "init", "-q"]);
    const hook = (check: number) =>
      spawnSync("sh", [join(ROOT, "scripts/hooks/pre-commit")], {
        cwd: folder,
        encoding: "utf8",
        env: { PATH: `${bin}:${process.env.PATH}`, CHECK: String(check) },
      });
    expect(hook(1).status).toBe(0);
    mkdirSync(join(folder, "data"));
    writeFileSync(join(folder, "data/a.csv"), "x");
    execFileSync("git", ["-C", folder, "add", "data"]);
    expect(hook(0).status).toBe(0);
    const stopped = hook(1);
    expect(stopped.status).toBe(1);
    expect(stopped.stderr).toContain("没有提交");
    expectReal(readFileSync(join(ROOT, "scripts/hooks/pre-commit"), "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
