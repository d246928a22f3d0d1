import { benchGantt } from "@gantry/gantt/bench";
import { benchChanges } from "./changes/changes.ts";
import { benchFirstLoad } from "./first-load.ts";
import { benchFollowing } from "./following/following.ts";
import { benchLinkItems } from "./link-items.ts";
import { benchOverview } from "./overview/overview.ts";
import { benchLoad } from "./load/load.ts";
import { benchPlanList } from "./plan-list.ts";
import { printTable } from "./table.ts";

const sections: Record<string, (parts: readonly string[]) => Promise<void>> = {
  "plan-list": benchPlanList,
  link: benchLinkItems,
  changes: benchChanges,
  load: benchLoad,
  overview: benchOverview,
  following: benchFollowing,
  gantt: (parts) => benchGantt({ asked: parts, printTable }),
  "first-load": benchFirstLoad,
};

// `pnpm bench` runs all; `pnpm bench link` runs one, `pnpm bench gantt:paint` a part of one.
const asked = process.argv.slice(2).map((argument) => {
  const [section = "", ...part] = argument.split(":");
  return { section, part: part.length === 0 ? undefined : part.join(":") };
});
const unknown = asked.filter(({ section }) => !(section in sections));
if (unknown.length > 0) {
  const names = unknown.map(({ section }) => section).join(", ");
  process.stderr.write(`Unknown: ${names}. Known: ${Object.keys(sections).join(", ")}.\n`);
  process.exit(1);
}
for (const [name, run] of Object.entries(sections)) {
  const mine = asked.filter(({ section }) => section === name);
  if (asked.length === 0 || mine.length > 0) await run(mine.flatMap(({ part }) => part ?? []));
}
