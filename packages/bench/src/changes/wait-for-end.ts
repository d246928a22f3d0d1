import { type ChangeSet, endpoints, type LiveEvent } from "@gantry/api-contract";
import type { SignedIn } from "../client.ts";

/** Follows a change set to its end by live events, which cost CodeArts no call and the product next to nothing. */
export async function waitForEnd(person: SignedIn, id: string): Promise<ChangeSet> {
  const listening = new AbortController();
  try {
    const events = await listen(person, listening.signal);
    // What ended before anybody listened is told by no event.
    let changeSet = await read(person, id);
    while (changeSet.state !== "finished") {
      const { done, value } = await events.next();
      if (done === true) throw new Error("The live events ended before the change set did");
      if (value.type === "change-set" && value.changeSet.id === id) changeSet = value.changeSet;
    }
    // Its last event may be older than its last outcome.
    return await read(person, id);
  } finally {
    listening.abort();
  }
}

async function read({ client }: SignedIn, id: string): Promise<ChangeSet> {
  return (await client.call(endpoints.readChangeSet, { params: { id }, query: { limit: "1" } })).changeSet;
}

async function listen({ url, cookie }: SignedIn, signal: AbortSignal): Promise<AsyncGenerator<LiveEvent, undefined>> {
  const response = await fetch(`${url}/api/events`, {
    headers: { cookie, origin: new URL(url).origin, "sec-fetch-site": "same-origin", "x-gantry": "1" },
    signal,
  });
  if (response.body === null || !response.ok) throw new Error(`No live events: ${response.status}`);
  return readEvents(response.body);
}

async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<LiveEvent, undefined> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const bytes of body) {
    text += decoder.decode(bytes, { stream: true });
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) if (block.startsWith("data: ")) yield toEvent(block.slice("data: ".length));
  }
}

/** What the product sends by its own contract. */
function toEvent(json: string): LiveEvent {
  return JSON.parse(json) as LiveEvent;
}
