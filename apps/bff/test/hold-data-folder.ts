import { openDatabase } from "../src/database/open-sqlite.ts";

// Holds a data folder until it is killed; run as a process of its own.
const [dataDir = ""] = process.argv.slice(2);
await openDatabase(dataDir, { now: () => 0, pid: process.pid });
process.stdout.write("held\n");
setInterval(() => undefined, 60_000);
