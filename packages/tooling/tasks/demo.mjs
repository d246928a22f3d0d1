import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./steps.mjs";

const START_LIMIT_MS = 30_000;

/**
 * Boots the built product in demo mode on a free port, with an empty data folder.
 * @param node path of the Node to run it on
 */
export async function startDemo(node = process.execPath) {
  const dataDir = await mkdtemp(join(tmpdir(), "gantry-demo-"));
  const server = spawn(node, ["apps/bff/dist/main.js"], {
    cwd: root,
    env: { ...process.env, PORT: "0", DATA_DIR: dataDir, CODEARTS_ENDPOINT: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = new Promise((done) => server.once("exit", (code) => done(code)));
  /** Ends it as an operator would; resolves to its exit code. */
  const stop = async () => {
    server.kill("SIGTERM");
    const code = await exited;
    await rm(dataDir, { recursive: true, force: true });
    return code;
  };
  try {
    return { url: await readAddress(server), stop };
  } catch (error) {
    server.kill("SIGKILL");
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  }
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
