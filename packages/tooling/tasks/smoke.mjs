import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./steps.mjs";

const START_LIMIT_MS = 30_000;

/**
 * Boots the built product in demo mode on a free port, asks its health and its page, and stops it with SIGTERM.
 * @param node path of the Node to run it on
 */
export async function smoke(node = process.execPath) {
  const dataDir = await mkdtemp(join(tmpdir(), "gantry-smoke-"));
  const server = spawn(node, ["apps/bff/dist/main.js"], {
    cwd: root,
    env: { ...process.env, PORT: "0", DATA_DIR: dataDir, CODEARTS_ENDPOINT: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = new Promise((done) => server.once("exit", (code) => done(code)));
  try {
    const address = await readAddress(server);
    await expectOk(`${address}/api/health/live`, "application/json");
    await expectOk(`${address}/api/health/ready`, "application/json");
    await expectOk(`${address}/`, "text/html");
    server.kill("SIGTERM");
    const code = await exited;
    if (code !== 0) throw new Error(`The product ended with ${code} on SIGTERM`);
    process.stdout.write(`The built product answered at ${address} and stopped cleanly.\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return 1;
  } finally {
    server.kill("SIGKILL");
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The same on the Node that the README recommends, as the npm registry republishes it. */
export function smokeOnNode24() {
  const { status, stdout } = spawnSync("npx", ["--yes", "--package", "node@24", "-c", "command -v node"], {
    encoding: "utf8",
  });
  if (status !== 0) {
    process.stderr.write("Node 24 could not be had from the registry.\n");
    return 1;
  }
  return smoke(stdout.trim());
}

/** The address that the product prints when it is ready. */
function readAddress(server) {
  return new Promise((found, lost) => {
    let text = "";
    const timer = setTimeout(() => lost(new Error(`No address within ${START_LIMIT_MS} ms:\n${text}`)), START_LIMIT_MS);
    server.stdout.on("data", (chunk) => {
      text += chunk;
      const match = /https?:\/\/[^\s"]+/.exec(text);
      if (match === null) return;
      clearTimeout(timer);
      found(match[0].replace(/\/$/, ""));
    });
    server.once("exit", (code) => {
      clearTimeout(timer);
      lost(new Error(`The product ended with ${code} before it was ready:\n${text}`));
    });
  });
}

async function expectOk(url, type) {
  const response = await fetch(url, { headers: { accept: type } });
  const actual = response.headers.get("content-type") ?? "";
  await response.arrayBuffer();
  if (!response.ok || !actual.startsWith(type)) throw new Error(`${url} answered ${response.status} ${actual}`);
}
