import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const DEBIAN = "/usr/lib/postgresql";
/** Ends what hangs. */
const START_LIMIT_MS = 120_000;
/** Below those that systems give to whoever asks for any: so nobody is given it while the server is away. */
const PORTS = { from: 15_000, to: 32_000 };
/** What a test run loses by a power cut can be made anew. */
const FAST = ["fsync=off", "full_page_writes=off", "synchronous_commit=off"];

/** Folder of a PostgreSQL's programs: `POSTGRES_BIN`, Debian's newest, or one on the PATH. Null when there is none. */
export function findPostgres() {
  const asked = process.env.POSTGRES_BIN;
  if (asked !== undefined && asked !== "") return asked;
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(DEBIAN, version, "bin")), ...pathFolders()];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"))) ?? null;
}

/**
 * Starts a PostgreSQL of our own, in a temporary folder and on a free port, for whoever knows the port on this machine.
 * @param settings further settings, as `name=value`
 * @returns its port, the process to stop, how to kill it and start it again in the same place, and how to remove it
 */
export async function startPostgres({ settings = FAST } = {}) {
  const bin = findPostgres();
  if (bin === null) throw new Error("No PostgreSQL is here: set POSTGRES_BIN, or install Debian's postgresql");
  const folder = mkdtempSync(join(tmpdir(), "gantry-postgres-"));
  const data = join(folder, "data");
  const owner = ownerOfServer();
  if (owner !== null) chownSync(folder, owner.uid, owner.gid);
  const as = { cwd: folder, ...owner };
  execFileSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "gantry", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"],
    { ...as, stdio: ["ignore", "ignore", "inherit"] },
  );
  const port = await findFreePort();
  const options = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    ...settings,
  ];
  const start = async () => {
    const server = spawn(join(bin, "postgres"), ["-D", data, ...options.flatMap((option) => ["-c", option])], {
      ...as,
      stdio: ["ignore", "ignore", "pipe"],
    });
    // All its processes hold that pipe: those that outlive the first one would not let another server begin.
    const gone = new Promise((done) => server.once("close", done));
    await readiness(server);
    return { server, gone };
  };
  let running = await start();
  return {
    port,
    pid: () => running.server.pid,
    /** SIGKILL; resolves when the last of its processes has noticed, and is gone. */
    kill: async () => {
      running.server.kill("SIGKILL");
      await running.gone;
    },
    /** After it was killed: the same data, the same port. */
    restart: async () => {
      await running.gone;
      running = await start();
    },
    remove: async () => {
      running.server.kill("SIGCONT");
      running.server.kill("SIGQUIT");
      await running.gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
function ownerOfServer() {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const [, , uid, gid] = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody") ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

function pathFolders() {
  return (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
}

async function findFreePort() {
  for (;;) {
    const port = PORTS.from + Math.floor(Math.random() * (PORTS.to - PORTS.from));
    if (await isFree(port)) return port;
  }
}

function isFree(port) {
  return new Promise((found) => {
    const probe = createServer();
    probe.once("error", () => found(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => found(true)));
  });
}

/** Resolves when the server takes connections; what it says on the way is told only if it does not. */
function readiness(server) {
  return new Promise((ready, failed) => {
    let said = "";
    const timer = setTimeout(() => failed(new Error(`PostgreSQL is not ready:\n${said}`)), START_LIMIT_MS);
    server.once("exit", (code) => failed(new Error(`PostgreSQL ended with ${code}:\n${said}`)));
    server.stderr.on("data", (text) => {
      said = `${said}${text}`.slice(-4_000);
      if (!said.includes("ready to accept connections")) return;
      clearTimeout(timer);
      ready();
    });
  });
}
