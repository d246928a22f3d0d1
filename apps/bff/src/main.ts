import { runAuditCommand } from "./audit/command/run.ts";
import { runGantry } from "./run.ts";

const [command, ...words] = process.argv.slice(2);
// Not awaited at the top level: the demo's chunk may import from this one, and would wait for it for ever.
if (command === "audit") void runAuditCommand(process, words).then((code) => void (process.exitCode = code));
else void runGantry(process);
