import { endpoints } from "@gantry/api-contract";
import { type BoundRoute, bindPublic } from "../../http/bind.ts";
import type { AddressLimit } from "../shares/address-limit.ts";
import { openShare, type ShareReader } from "../shares/open-share.ts";
import { countOpening } from "../shares/store.ts";
import { makeFeed } from "./make-feed.ts";

const SUFFIX = ".ics";

/** A calendar that anybody who has its address reads again and again, until it is revoked or its year is over. */
export function createFeedRoute(
  reader: ShareReader,
  { limit, publicUrl }: { limit: AddressLimit; publicUrl: string | null },
): BoundRoute {
  const { database, clock } = reader;
  return bindPublic(endpoints.readFeed, async ({ params }, context) => {
    limit.ask(context.clientAddress);
    const { file } = params;
    const token = file.endsWith(SUFFIX) ? file.slice(0, -SUFFIX.length) : "";
    const share = await openShare(reader, { use: "feed", token, kinds: ["plan-feed", "person-feed"] });
    const items = share.plans.reduce((sum, { known }) => sum + (known.items?.length ?? 0), 0);
    limit.send(context.clientAddress, { items });
    const text = await makeFeed(share, { origin: publicUrl });
    await database
      .transaction()
      .execute((transaction) =>
        countOpening(transaction, { id: share.row.id, now: clock.now(), requestId: context.requestId }),
      );
    // Calendars keep what they have and ask whether it is still so.
    context.responseHeaders.set("cache-control", "private, no-cache");
    return text;
  });
}
