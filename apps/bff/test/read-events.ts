import type { LiveEvent } from "@gantry/api-contract";

/** Reads server-sent events until one satisfies the condition, or the stream ends. */
export async function readEvents(response: Response, until: (event: LiveEvent) => boolean): Promise<LiveEvent[]> {
  const events: LiveEvent[] = [];
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    text += part.value;
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      if (!block.startsWith("data: ")) continue;
      events.push(JSON.parse(block.slice(6)) as LiveEvent);
      if (events.some(until)) {
        await reader?.cancel();
        return events;
      }
    }
  }
  return events;
}
