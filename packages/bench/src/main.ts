import { benchGantt } from "@gantry/gantt/bench";
import { benchFirstLoad } from "./first-load.ts";
import { benchLinkItems } from "./link-items.ts";
import { benchPlanList } from "./plan-list.ts";

const sections: Record<string, () => Promise<void>> = {
  "plan-list": benchPlanList,
  link: benchLinkItems,
  gantt: benchGantt,
  "first-load": benchFirstLoad,
};

// `pnpm bench` runs all; `pnpm bench link` runs one.
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in sections));
if (unknown.length > 0) {
  process.stderr.write(`Unknown: ${unknown.join(", ")}. Known: ${Object.keys(sections).join(", ")}.\n`);
  process.exit(1);
}
for (const [name, run] of Object.entries(sections)) {
  if (asked.length === 0 || asked.includes(name)) await run();
}
