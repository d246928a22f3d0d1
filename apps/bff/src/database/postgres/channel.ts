import pg from "pg";
import * as v from "valibot";
import type { Channel, ChannelMessage, Tell, Topic } from "../store.ts";
import { createTopics } from "../topics.ts";
import { type Listener, QUIET_AFTER_MS, startListener } from "./listener.ts";
import type { PostgresSettings } from "./settings.ts";

/** Under which the processes announce and listen. */
export const NAME = "gantry";
/** Waits before the first, second … attempt to listen again; the last one from then on. */
const RECONNECT_AFTER_MS = [0, 100, 250, 500, 1_000];
/** PostgreSQL takes payloads below 8,000 bytes. */
const MAX_PAYLOAD_BYTES = 7_500;

const payloadSchema = v.object({
  from: v.string(),
  /** Null: messages of that process were lost on their way out. */
  topic: v.nullable(v.picklist(["wake", "live", "session", "look"])),
  message: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()])),
});

export type PostgresChannel = Channel & {
  /** Delivers in this process alone, for news whose payload the transaction carried. */
  tellHere: Tell;
  /** What is to be sent to the others under `NAME`. Throws when it is too long. */
  toPayload: (topic: Topic, message: ChannelMessage) => string;
  /** The server's time, epoch ms: as it was last told, and on from there by a clock that nobody sets. */
  instant: () => number;
  close: () => void;
};

/**
 * LISTEN and NOTIFY. Resolves once it listens, rejects when it cannot; later breaks mend themselves.
 * @param options.notify sends payloads, in their order, to everybody who listens
 * @param options.onAway the server cannot be reached; `onBack` when it can again
 */
export async function openPostgresChannel(
  settings: PostgresSettings,
  options: {
    processId: string;
    notify: (name: string, payloads: readonly string[]) => Promise<unknown>;
    onAway: () => void;
    onBack: (listener: Listener) => Promise<void>;
  },
): Promise<PostgresChannel> {
  const { processId, notify } = options;
  const topics = createTopics();
  const gapListeners = new Set<() => void>();
  let isClosed = false;
  let listener: Listener | null = null;
  const outbox: string[] = [];
  let isSending = false;
  let lostSome = false;

  const noticeGap = () => {
    for (const hear of gapListeners) hear();
  };
  const toPayload = (topic: Topic | null, message: ChannelMessage) => {
    const payload = JSON.stringify({ from: processId, topic, message });
    if (Buffer.byteLength(payload) > MAX_PAYLOAD_BYTES) throw new RangeError(`News of ${topic} are too long`);
    return payload;
  };
  const sendOut = (topic: Topic | null, message: ChannelMessage) => {
    outbox.push(toPayload(topic, message));
    if (isSending) return;
    isSending = true;
    void sendAll();
  };
  /** One statement at a time, so that news arrive in their order and take one connection, however many there are. */
  const sendAll = async () => {
    while (outbox.length > 0) {
      const payloads = outbox.splice(0);
      await notify(NAME, payloads).catch(() => {
        lostSome = true;
      });
    }
    isSending = false;
  };
  const onPayload = (text: string) => {
    const told = parsePayload(text);
    if (told === null || told.from === processId) return;
    if (told.topic === null) noticeGap();
    else topics.tell(told.topic, told.message);
  };
  let lastTime = { epochMs: 0, at: 0 };
  const onTime = (epochMs: number) => {
    lastTime = { epochMs, at: performance.now() };
  };
  const listen = () => startListener(settings, { name: NAME, onPayload, onTime });

  const keepListening = async (first: Listener) => {
    for (let current: Listener | null = first; current !== null; current = await listenAgain()) {
      listener = current;
      const how = await current.ended;
      listener = null;
      if (how === "silent") options.onAway();
    }
  };
  /** Null once the channel is closed. */
  const listenAgain = async (): Promise<Listener | null> => {
    for (let attempt = 0; !isClosed; attempt += 1) {
      await pause(RECONNECT_AFTER_MS[Math.min(attempt, RECONNECT_AFTER_MS.length - 1)] ?? 0);
      if (isClosed) return null;
      const again = await listen().catch(noticeFailure);
      if (again !== null && (await isMended(again))) return again;
      again?.close();
    }
    return null;
  };
  const noticeFailure = (error: unknown): null => {
    // A server that answers, if only that it has no connection left, is not away: those that there are go on.
    if (!isClosed && !(error instanceof pg.DatabaseError)) options.onAway();
    return null;
  };
  const isMended = async (again: Listener): Promise<boolean> => {
    if (isClosed) return false;
    try {
      await options.onBack(again);
    } catch {
      return false;
    }
    listener = again;
    noticeGap();
    if (lostSome) {
      lostSome = false;
      sendOut(null, {});
    }
    return true;
  };

  const first = await listen();
  listener = first;
  void keepListening(first);
  return {
    publish: (topic, message) => {
      topics.tell(topic, message);
      sendOut(topic, message);
    },
    tellHere: topics.tell,
    toPayload,
    instant: () => Math.floor(lastTime.epochMs + performance.now() - lastTime.at),
    subscribe: topics.subscribe,
    onGap: (hear) => {
      gapListeners.add(hear);
      return () => {
        gapListeners.delete(hear);
      };
    },
    isWhole: () => listener !== null && listener.silentMs() <= QUIET_AFTER_MS,
    close: () => {
      isClosed = true;
      listener?.close();
    },
  };
}

function parsePayload(text: string): v.InferOutput<typeof payloadSchema> | null {
  try {
    const parsed = v.safeParse(payloadSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, delayMs).unref();
  });
}
