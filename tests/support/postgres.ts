/**
 * A PostgreSQL of the tests' own: Debian's package, a cluster in a temporary folder, reached by a
 * socket in it and by nothing else. It never touches a server that runs on the machine.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { until } from "./command.ts";
import { foundOrInstalled } from "./debian.ts";
import { createTable, type Engine, tableCsv } from "./engine.ts";

const PROGRAMS = ["initdb", "postgres", "psql"] as const;

export async function startPostgres(): Promise<Engine> {
  const programs = foundOrInstalled(["postgresql"], findPrograms);
  const user = serverUser();
  const folder = mkdtempSync(join(tmpdir(), "site-pg-"));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const environment = { PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC", HOME: folder };
  const as = { ...user, cwd: folder, env: environment };

  const made = spawnSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "site", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"],
    { ...as, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`PostgreSQL 建不了临时库：\n${made.stdout}${made.stderr}`);
  const settings = {
    listen_addresses: "",
    unix_socket_directories: folder,
    fsync: "off",
    max_connections: "5",
    shared_buffers: "32MB",
  };
  const server = spawn(
    join(programs, "postgres"),
    [
      "-D",
      data,
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    { ...as, stdio: ["ignore", "ignore", "pipe"] },
  );
  let log = "";
  server.stderr?.setEncoding("utf8").on("data", (text: string) => {
    log += text;
  });
  // Nothing of ours is left running when the tests are interrupted.
  const kill = () => server.kill("SIGQUIT");
  process.on("exit", kill);

  const psql = (script: string): string => {
    const { status, stdout, stderr } = spawnSync(
      join(programs, "psql"),
      [
        "-X",
        "-q",
        "-h",
        folder,
        "-U",
        "site",
        "-d",
        "postgres",
        "-v",
        "ON_ERROR_STOP=1",
        "-f",
        "-",
      ],
      { input: script, encoding: "utf8", env: environment, maxBuffer: 1 << 28 },
    );
    if (status !== 0) throw new Error(`${stderr}\n${log}`.slice(0, 4000));
    return stdout;
  };
  const close = async () => {
    process.off("exit", kill);
    await stopped(server);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await until("PostgreSQL 启动", () => {
      if (server.exitCode !== null) throw new Error(`PostgreSQL 没有启动：\n${log}`);
      return log.includes("ready to accept connections");
    });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    async load(dataset, rows) {
      const copy = `COPY ${dataset.id} FROM STDIN WITH (FORMAT csv, HEADER)`;
      psql(`${createTable(dataset)};\n${copy};\n${tableCsv(dataset, rows)}\n\\.\n`);
    },
    async csv(sql) {
      return psql(`COPY (${sql}) TO STDOUT WITH (FORMAT csv, HEADER);`);
    },
    close,
  };
}

/** Debian keeps the programs of every version in a folder of their own, away from the PATH. */
function findPrograms(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const folders = [
    ...versions
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  return folders.find((folder) => PROGRAMS.every((program) => existsSync(join(folder, program))));
}

/** PostgreSQL refuses to run as root: then it runs as nobody, who owns nothing else. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync("/etc/passwd", "utf8").split("\n");
  const [, , uid, gid] = users.find((line) => line.startsWith("nobody:"))?.split(":") ?? [];
  if (!uid || !gid)
    throw new Error("PostgreSQL 不能由 root 运行，而这台机器上没有 nobody 这个用户");
  return { uid: Number(uid), gid: Number(gid) };
}

function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    server.on("close", () => done());
    server.kill("SIGINT");
  });
}
