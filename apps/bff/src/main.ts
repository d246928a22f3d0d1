import { runGantry } from "./run.ts";

await runGantry(process);
