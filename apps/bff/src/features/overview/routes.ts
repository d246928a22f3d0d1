import { endpoints } from "@gantry/api-contract";
import type { Clock } from "../../clock.ts";
import { bindStream, type BoundRoute } from "../../http/bind.ts";
import { createRollUpCache } from "./roll-up-cache.ts";
import { todayInChina } from "./today.ts";
import { readOverview } from "./use-cases.ts";

export function createOverviewRoutes({ clock }: { clock: Clock }): readonly BoundRoute[] {
  const rollUps = createRollUpCache(clock);
  return [
    bindStream(endpoints.readOverview, ({ query }, context) =>
      readOverview(context, {
        today: todayInChina(clock.now()),
        now: () => clock.now(),
        isFresh: query.fresh === "1",
        requestId: context.requestId,
        rollUps,
      }),
    ),
  ];
}
