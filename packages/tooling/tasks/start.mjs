import { spawn } from "node:child_process";
import { root, tool } from "./steps.mjs";

const built = await tool("turbo", "run", "build", "--output-logs=errors-only");
if (built !== 0) process.exit(built);

const server = spawn(process.execPath, ["apps/bff/dist/main.js"], { cwd: root, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.once("exit", (code) => process.exit(code ?? 1));
