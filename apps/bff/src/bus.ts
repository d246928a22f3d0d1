/** What the parts of one process tell each other. */
type AppEvent =
  | { type: "signed-in"; sessionId: string; userId: string; domainId: string }
  | { type: "session-ended"; sessionId: string; userId: string; domainId: string }
  /** News from other replicas may have been missed: what was remembered by them must be read anew. */
  | { type: "news-missed" }
  | { type: "server-stopping" };

export type Bus = {
  emit: (event: AppEvent) => void;
  /** Returns the function that ends the subscription. */
  subscribe: (listener: (event: AppEvent) => void) => () => void;
};

export function createBus(): Bus {
  const listeners = new Set<(event: AppEvent) => void>();
  return {
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
