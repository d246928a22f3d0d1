import { endpoints } from "@gantry/api-contract";
import { AppError } from "../../app-error.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { Feature } from "../../feature.ts";
import { bindStream } from "../../http/bind.ts";
import type { Mirror } from "../../mirror/mirror.ts";
import { createRecordBook } from "./record-book.ts";
import { readTrends } from "./use-cases.ts";

/** How plans went: from CodeArts' change records, and from what Gantry itself noted day by day. */
export function createTrendFeature({ database, clock }: Dependencies, { mirror }: { mirror: Mirror }): Feature {
  const tools = { database, mirror, clock, book: createRecordBook() };
  return {
    routes: [
      bindStream(endpoints.readTrends, ({ query }, context) => {
        if (query.plan !== undefined && query.project === undefined)
          throw new AppError("request.invalid", "A plan is asked for with its project");
        return readTrends(context, { asked: query, tools, requestId: context.requestId });
      }),
    ],
  };
}
