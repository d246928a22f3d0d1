import { type ChangeSet, endpoints } from "@gantry/api-contract";
import type { SignedIn } from "../client.ts";
import { listen } from "../live-events.ts";

/** Follows a change set to its end by live events, which cost CodeArts no call and the product next to nothing. */
export async function waitForEnd(person: SignedIn, id: string): Promise<ChangeSet> {
  const listening = new AbortController();
  try {
    for (;;) {
      const events = await listen(person, listening);
      // What ended before anybody listened is told by no event.
      let isFinished = (await read(person, id)).state === "finished";
      while (!isFinished) {
        const { done, value } = await events.next();
        if (done === true) break;
        isFinished = value.type === "change-set" && value.changeSet.id === id && value.changeSet.state === "finished";
      }
      // Its last event may be older than its last outcome.
      if (isFinished) return await read(person, id);
    }
  } finally {
    listening.abort();
  }
}

async function read({ client }: SignedIn, id: string): Promise<ChangeSet> {
  return (await client.call(endpoints.readChangeSet, { params: { id }, query: { limit: "1" } })).changeSet;
}
