import type { LiveEvent } from "@gantry/api-contract";
import type { SignedIn } from "../client.ts";

/** An open page's event stream. */
export type Hearing = {
  /** Resolves when a project is next told to have changed. Ask before changing it. */
  next: (projectId: string) => Promise<void>;
  close: () => void;
};

export async function hearChanges({ url, cookie }: SignedIn, stream: string): Promise<Hearing> {
  const leaving = new AbortController();
  const response = await fetch(`${url}/api/events?stream=${stream}`, {
    headers: { cookie, "sec-fetch-site": "same-origin" },
    signal: leaving.signal,
  });
  if (response.body === null || !response.ok) throw new Error(`The event stream answered ${response.status}`);
  const waiting = new Map<string, () => void>();
  const readOn = async (body: ReadableStream<Uint8Array>) => {
    let text = "";
    const decoder = new TextDecoder();
    for await (const part of body) {
      const lines = (text + decoder.decode(part, { stream: true })).split("\n");
      text = lines.pop() ?? "";
      for (const line of lines) {
        if (!line.startsWith("data: ")) continue;
        const event = asEvent(JSON.parse(line.slice("data: ".length)));
        if (event.type === "plan-changed") waiting.get(event.projectId)?.();
      }
    }
  };
  readOn(response.body).catch(() => undefined);
  return {
    next: (projectId) => new Promise((resolve) => waiting.set(projectId, resolve)),
    close: () => leaving.abort(),
  };
}

/** The server has checked the event against its schema before it left. */
function asEvent(value: unknown): LiveEvent {
  return value as LiveEvent;
}
