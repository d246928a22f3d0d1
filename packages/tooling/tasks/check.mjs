import { checks } from "./checks.mjs";
import { runSteps } from "./steps.mjs";

const { failures } = await runSteps(checks);
process.exitCode = failures.length === 0 ? 0 : 1;
