import type { AuditLine, ChangeResult, ChangeSet, ChangeSetPage, NewChangeSet } from "@gantry/api-contract";
import type { Simulator } from "@gantry/codearts-simulator";

/** Somebody who has signed in, over real HTTP; the server may be another one at each call. */
export type Person = {
  cookie: string;
  create: (origin: string, input: NewChangeSet) => Promise<ChangeSet>;
  steer: (origin: string, to: { id: string; order: "cancel" | "pause" | "resume" }) => Promise<ChangeSet>;
  read: (origin: string, id: string) => Promise<ChangeSet>;
  /** Waits for it, by the server's own events. */
  until: (origin: string, wanted: Wanted) => Promise<ChangeSet>;
  /** Whichever comes first: that, or the end of the change set. @returns whether it has ended */
  endsBefore: (origin: string, options: { id: string; event: Promise<void> }) => Promise<boolean>;
  results: (origin: string, id: string) => Promise<ChangeResult[]>;
  /** The exported audit log. */
  audit: (origin: string) => Promise<AuditLine[]>;
};

type Wanted = { id: string; isReached: (changeSet: ChangeSet) => boolean; signal?: AbortSignal };

const NEVER = new AbortController().signal;
export const AS_PAGE = { "x-gantry": "1", "sec-fetch-site": "same-origin", "content-type": "application/json" };

export async function signIn(
  origin: string,
  { simulator, user = 0 }: { simulator: Simulator; user?: number },
): Promise<Person> {
  const known = simulator.credentials[user];
  if (known === undefined) throw new Error("The simulator has no such user");
  const { account, userName, password } = known;
  const response = await fetch(`${origin}/api/session`, {
    method: "POST",
    headers: AS_PAGE,
    body: JSON.stringify({ account, userName, password }),
  });
  if (!response.ok) throw new Error(`Sign-in: ${response.status} ${await response.text()}`);
  const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";

  const get = async <T>(url: string): Promise<T> => asAnswer<T>(await fetch(url, { headers: { cookie } }));
  const post = (url: string, { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {}) =>
    fetch(url, {
      method: "POST",
      headers: { ...AS_PAGE, ...headers, cookie },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const read = async (at: string, id: string) =>
    (await get<ChangeSetPage>(`${at}/api/change-sets/${id}?limit=1`)).changeSet;

  const until = async (at: string, { id, isReached, signal = NEVER }: Wanted) => {
    const over = new AbortController();
    try {
      for (;;) {
        // Listens first and looks then, so that nothing can be missed.
        const events = await fetch(`${at}/api/events`, {
          headers: { cookie },
          signal: AbortSignal.any([over.signal, signal]),
        });
        if (!events.ok) throw new Error(`Events: ${events.status} ${await events.text()}`);
        const reader = events.body?.getReader();
        // The server ends it when it may have missed news: who still wants to know comes again.
        for (let isOver: boolean | undefined = false; isOver === false; isOver = (await reader?.read())?.done) {
          signal.throwIfAborted();
          const changeSet = await read(at, id);
          if (isReached(changeSet)) return changeSet;
        }
      }
    } finally {
      over.abort();
    }
  };

  return {
    cookie,
    read,
    create: async (at, input) => {
      const headers = { "idempotency-key": crypto.randomUUID() };
      return asAnswer<ChangeSet>(await post(`${at}/api/change-sets`, { body: input, headers }));
    },
    steer: async (at, { id, order }) => asAnswer<ChangeSet>(await post(`${at}/api/change-sets/${id}/${order}`)),
    until,
    endsBefore: async (at, { id, event }) => {
      const over = new AbortController();
      const finished = until(at, { id, isReached: ({ state }) => state === "finished", signal: over.signal });
      const isFinished = await Promise.race([event.then(() => false), finished.then(() => true)]);
      over.abort();
      await finished.catch(() => undefined);
      return isFinished;
    },
    results: async (at, id) => {
      const results: ChangeResult[] = [];
      for (let cursor: string | undefined = "0"; cursor !== undefined;) {
        const page: ChangeSetPage = await get(`${at}/api/change-sets/${id}?limit=1000&cursor=${cursor}`);
        results.push(...page.items);
        cursor = page.nextCursor;
      }
      return results;
    },
    audit: async (at) => {
      const text = await (await fetch(`${at}/api/audit/export`, { headers: { cookie } })).text();
      return text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as AuditLine);
    },
  };
}

/** The server has checked the answer against its contract before it left. */
async function asAnswer<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}
