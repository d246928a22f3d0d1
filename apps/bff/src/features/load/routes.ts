import { endpoints } from "@gantry/api-contract";
import type { Clock } from "../../clock.ts";
import type { Feature } from "../../feature.ts";
import { bind, bindStream } from "../../http/bind.ts";
import type { Mirror } from "../../mirror/mirror.ts";
import { todayInChina } from "../overview/today.ts";
import { createTeamBook, readTeam } from "./team.ts";
import { listLoadItems, readLoad } from "./use-cases.ts";

/** A calendar of thousands of days off, and filters of hundreds of plans. */
const MAX_BODY_BYTES = 256 * 1024;

/** Who has how much to do, over all plans. */
export function createLoadFeature({ clock, mirror }: { clock: Clock; mirror: Mirror }): Feature {
  const options = { maxBodyBytes: MAX_BODY_BYTES };
  const book = createTeamBook(clock);
  return {
    routes: [
      bind(
        endpoints.readLoad,
        ({ body }, context) => readLoad(context, { mirror, today: todayInChina(clock.now()), query: body }),
        options,
      ),
      bindStream(endpoints.readTeam, (_input, context) =>
        readTeam(context, { mirror, book, requestId: context.requestId }),
      ),
      bind(
        endpoints.listLoadItems,
        ({ body }, context) => listLoadItems(context, { mirror, today: todayInChina(clock.now()), wish: body }),
        options,
      ),
    ],
  };
}
