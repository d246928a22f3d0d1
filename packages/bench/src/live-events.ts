import type { LiveEvent } from "@gantry/api-contract";
import type { SignedIn } from "./client.ts";

/**
 * Opens an event stream, as a page does. It ends where the server may have missed news: then listen again, and ask
 * for the state.
 * @param options.stream names it, for `watchProjects`
 */
export async function listen(
  { url, cookie }: SignedIn,
  { signal, stream }: { signal: AbortSignal; stream?: string },
): Promise<AsyncGenerator<LiveEvent, undefined>> {
  const response = await fetch(`${url}/api/events${stream === undefined ? "" : `?stream=${stream}`}`, {
    headers: { cookie, "sec-fetch-site": "same-origin" },
    signal,
  });
  if (response.body === null || !response.ok) throw new Error(`The event stream answered ${response.status}`);
  // Taken at once: Node ends a body that nobody reads when its response is garbage.
  return readEvents(response.body.getReader());
}

async function* readEvents(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<LiveEvent, undefined> {
  const decoder = new TextDecoder();
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (text + decoder.decode(part.value, { stream: true })).split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) if (line.startsWith("data: ")) yield toEvent(line.slice("data: ".length));
  }
}

/** The server has checked the event against its schema before it left. */
function toEvent(json: string): LiveEvent {
  return JSON.parse(json) as LiveEvent;
}
