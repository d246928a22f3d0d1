import { endpoints, type View } from "@gantry/api-contract";
import { type Doer, toDoer } from "../../audit/actor.ts";
import { appendAudit } from "../../audit/append.ts";
import type { DatabaseTransaction } from "../../database/schema.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { Feature } from "../../feature.ts";
import { bind } from "../../http/bind.ts";
import { deleteView, findView, insertView, listViews, setDefaultView, updateView } from "./store.ts";

/** Saved views: filters under a name, one's own or the domain's. They give nobody a right. */
export function createViewFeature({ database, clock, random }: Dependencies): Feature {
  return {
    routes: [
      bind(endpoints.listViews, async ({ query }, { session }) => ({
        items: await listViews(database, { viewer: session, kind: query.kind }),
      })),
      bind(endpoints.createView, async ({ body }, context) => {
        const { session } = context;
        const id = random.uuid();
        const now = clock.now();
        return await database.transaction().execute(async (transaction) => {
          await insertView(transaction, { id, owner: session, view: body, now });
          const view = await findView(transaction, { viewer: session, id });
          await tellSharing(transaction, { was: false, view, doer: toDoer(context), now });
          return view;
        });
      }),
      bind(endpoints.changeView, async ({ params, body }, context) => {
        const { session } = context;
        const now = clock.now();
        return await database.transaction().execute(async (transaction) => {
          const before = await updateView(transaction, { id: params.viewId, owner: session, change: body, now });
          const view = await findView(transaction, { viewer: session, id: params.viewId });
          await tellSharing(transaction, { was: before.is_shared === 1, view, doer: toDoer(context), now });
          return view;
        });
      }),
      bind(endpoints.deleteView, async ({ params }, context) => {
        await database.transaction().execute(async (transaction) => {
          const { id, name, kind, is_shared } = await deleteView(transaction, {
            id: params.viewId,
            owner: context.session,
          });
          const view = { id, name, kind, isShared: false };
          await tellSharing(transaction, {
            was: is_shared === 1,
            view,
            doer: toDoer(context),
            now: clock.now(),
          });
        });
        return null;
      }),
      bind(endpoints.setDefaultView, async ({ params, body }, { session }) => {
        await database
          .transaction()
          .execute((transaction) =>
            setDefaultView(transaction, { viewer: session, kind: params.kind, viewId: body.viewId }),
          );
        return null;
      }),
    ],
  };
}

/** Notes in the audit log where colleagues see a view from now on, or no longer. */
async function tellSharing(
  transaction: DatabaseTransaction,
  told: { was: boolean; view: Pick<View, "id" | "name" | "kind" | "isShared">; doer: Doer; now: number },
): Promise<void> {
  const { was, view } = told;
  if (was === view.isShared) return;
  await appendAudit(transaction, {
    ...told.doer,
    at: told.now,
    kind: view.isShared ? "view.shared" : "view.unshared",
    projectId: null,
    changeSetId: null,
    detail: { viewId: view.id, viewName: view.name, viewKind: view.kind },
  });
}
