import { checks } from "./checks.mjs";
import { runSteps } from "./steps.mjs";

const { failed } = await runSteps(checks);
process.exitCode = failed === 0 ? 0 : 1;
