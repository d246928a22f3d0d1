import { endpoints } from "@gantry/api-contract";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/schema.ts";
import { bindStream, type BoundRoute } from "../../http/bind.ts";
import type { Mirror } from "../../mirror/mirror.ts";
import { todayInChina } from "./today.ts";
import { readOverview } from "./use-cases.ts";

export function createOverviewRoutes(
  { clock, database }: { clock: Clock; database: Database },
  { mirror }: { mirror: Mirror },
): readonly BoundRoute[] {
  return [
    bindStream(endpoints.readOverview, ({ query }, context) =>
      readOverview(context, {
        mirror,
        database,
        today: todayInChina(clock.now()),
        now: () => clock.now(),
        isFresh: query.fresh === "1",
        projectId: query.project ?? null,
        requestId: context.requestId,
      }),
    ),
  ];
}
