import { runGantry } from "./run.ts";

// Not awaited at the top level: the demo's chunk may import from this one, and would wait for it for ever.
void runGantry(process);
