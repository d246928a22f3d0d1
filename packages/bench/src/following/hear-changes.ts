import type { SignedIn } from "../client.ts";
import { listen } from "../live-events.ts";

/** An open page's event stream. */
export type Hearing = {
  /** Resolves when a project is next told to have changed. Ask before changing it. */
  next: (projectId: string) => Promise<void>;
  close: () => void;
};

export async function hearChanges(person: SignedIn, stream: string): Promise<Hearing> {
  const leaving = new AbortController();
  const events = await listen(person, { signal: leaving.signal, stream });
  const waiting = new Map<string, () => void>();
  const readOn = async () => {
    for await (const event of events) if (event.type === "plan-changed") waiting.get(event.projectId)?.();
  };
  readOn().catch(() => undefined);
  return {
    next: (projectId) => new Promise((resolve) => waiting.set(projectId, resolve)),
    close: () => leaving.abort(),
  };
}
