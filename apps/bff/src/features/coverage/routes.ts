import { endpoints } from "@gantry/api-contract";
import type { Dependencies } from "../../dependencies.ts";
import type { Feature } from "../../feature.ts";
import { bind, bindStream } from "../../http/bind.ts";
import type { Mirror } from "../../mirror/mirror.ts";
import { listCoverage, readCoverage } from "./use-cases.ts";

/** Items that do not fit their plans, over all projects. */
export function createCoverageFeature({ database, clock }: Dependencies, { mirror }: { mirror: Mirror }): Feature {
  const tools = { database, mirror, clock };
  return {
    routes: [
      bindStream(endpoints.readCoverage, ({ query }, context) =>
        readCoverage(context, { projectId: query.project, tools, requestId: context.requestId }),
      ),
      bind(endpoints.listCoverage, ({ params, query }, context) =>
        listCoverage(context, { projectId: params.projectId, page: query, tools }),
      ),
    ],
  };
}
