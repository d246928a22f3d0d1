import { endpoints } from "@gantry/api-contract";
import { toDoer } from "../../audit/actor.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { Feature } from "../../feature.ts";
import { bind } from "../../http/bind.ts";
import type { LiveFeed } from "../../live/live-feed.ts";
import { findProject } from "../projects/use-cases.ts";
import { editDependencies } from "./edit.ts";
import { readDependencies } from "./store.ts";

/** The most edits that the contract takes, at some 200 bytes each. */
const MAX_EDIT_BYTES = 128 * 1024;

/** Links between work items, which CodeArts does not have: kept here, for everybody who may see the project. */
export function createDependencyFeature({ database, clock }: Dependencies, { feed }: { feed: LiveFeed }): Feature {
  return {
    routes: [
      bind(endpoints.listDependencies, async ({ params }, context) => {
        const { id: projectId } = await findProject(context, params.projectId);
        const readAt = clock.now();
        const items = await readDependencies(database, { domainId: context.session.domainId, projectId });
        return { items, readAt };
      }),
      bind(
        endpoints.editDependencies,
        async ({ params, body }, context) => {
          const { id: projectId } = await findProject(context, params.projectId);
          const { session } = context;
          const now = clock.now();
          const project = { domainId: session.domainId, projectId };
          const items = await editDependencies(database, {
            edits: body.edits,
            project,
            changedBy: session.displayName,
            doer: toDoer(context),
            now,
          });
          feed.publish({
            owner: session,
            projectId,
            subject: { kind: "dependencies" },
          });
          return { items, readAt: now };
        },
        { maxBodyBytes: MAX_EDIT_BYTES },
      ),
    ],
  };
}
