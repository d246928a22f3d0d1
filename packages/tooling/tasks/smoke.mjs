import { spawnSync } from "node:child_process";
import { startDemo } from "./demo.mjs";

/** Boots the built product, asks its health and its page, and stops it with SIGTERM. */
export async function smoke(node = process.execPath) {
  const problem = await startDemo(node).then(
    async (demo) => {
      const refused = await findRefusal(demo.url);
      const code = await demo.stop();
      if (refused === null && code === 0) process.stdout.write(`It answered at ${demo.url} and stopped cleanly.\n`);
      return refused ?? (code === 0 ? null : `The product ended with ${code} on SIGTERM`);
    },
    (error) => error.message,
  );
  if (problem !== null) process.stderr.write(`${problem}\n`);
  return problem === null ? 0 : 1;
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

/** What the product did not answer as it should, or null. */
async function findRefusal(url) {
  const asked = [
    ["/api/health/live", "application/json"],
    ["/api/health/ready", "application/json"],
    ["/", "text/html"],
  ];
  for (const [path, type] of asked) {
    const response = await fetch(`${url}${path}`, { headers: { accept: type } });
    const actual = response.headers.get("content-type") ?? "";
    await response.arrayBuffer();
    if (!response.ok || !actual.startsWith(type)) return `${path} answered ${response.status} ${actual}`;
  }
  return null;
}
