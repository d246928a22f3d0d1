import { endpoints, type Share } from "@gantry/api-contract";
import { toDoer } from "../../audit/actor.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { Feature } from "../../feature.ts";
import { bind, bindPublic } from "../../http/bind.ts";
import type { Mirror } from "../../mirror/mirror.ts";
import { createFeedRoute } from "../feeds/routes.ts";
import { createAddressLimit } from "./address-limit.ts";
import { createShare } from "./create.ts";
import { openPublicItems, readPublicShare } from "./public-pages.ts";
import { toPublicItems } from "./redact.ts";
import { hidesOf, listShares, readFirstPlaces, revokeShare, type SharePlace, type ShareRow } from "./store.ts";
import type { ShareTokens } from "./tokens.ts";

/** Links and feeds for readers without a session, served from what Gantry last read and never with a token. */
export function createShareFeature(dependencies: Dependencies, { mirror }: { mirror: Mirror }): Feature {
  const { database, clock, shareTokens: tokens } = dependencies;
  const reader = { database, mirror, clock, tokens };
  const limit = createAddressLimit(clock);
  const toShares = async (rows: readonly ShareRow[]): Promise<Share[]> => {
    const places = await readFirstPlaces(
      database,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => toShare(row, { tokens, place: places.get(row.id) }));
  };
  return {
    routes: [
      bind(endpoints.listShares, async (_input, { session }) => ({
        items: await toShares(await listShares(database, { owner: session, now: clock.now() })),
      })),
      bind(
        endpoints.createShare,
        async ({ body }, context) => {
          const row = await createShare({ ...dependencies, mirror }, { wish: body, context });
          const places = await readFirstPlaces(database, [row.id]);
          return toShare(row, { tokens, place: places.get(row.id) });
        },
        { maxBodyBytes: OVERVIEW_BODY_BYTES },
      ),
      bind(endpoints.revokeShare, async ({ params }, context) => {
        await database.transaction().execute((transaction) =>
          revokeShare(transaction, {
            id: params.shareId,
            owner: context.session,
            doer: toDoer(context),
            now: clock.now(),
          }),
        );
        return null;
      }),
      bindPublic(endpoints.readPublicShare, async ({ params }, { clientAddress, requestId }) => {
        limit.ask(clientAddress);
        return await readPublicShare(reader, { token: params.token, requestId });
      }),
      bindPublic(endpoints.listPublicItems, async ({ params }, { clientAddress }) => {
        limit.ask(clientAddress);
        const { items, hides } = await openPublicItems(reader, params.token);
        limit.send(clientAddress, { items: items.length });
        return { items: toPublicItems(items, { hides }) };
      }),
      createFeedRoute(reader, { limit, publicUrl: dependencies.config.publicUrl }),
    ],
  };
}

/** A thousand plans by their two ids. */
const OVERVIEW_BODY_BYTES = 128 * 1024;

function toShare(row: ShareRow, { tokens, place }: { tokens: ShareTokens; place: SharePlace | undefined }): Share {
  const isFeed = row.kind === "plan-feed" || row.kind === "person-feed";
  const isOfPlan = row.kind === "plan" || row.kind === "plan-feed";
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    plan: isOfPlan && place !== undefined ? { projectId: place.projectId, planId: place.planId } : null,
    hides: [...hidesOf(row)],
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    opened: row.opened,
    openedAt: row.opened_at,
    path: isFeed ? `/api/public/feeds/${tokens.sign("feed", row.id)}.ics` : `/s/${tokens.sign("page", row.id)}`,
  };
}
