import { Socket } from "node:net";
import pg from "pg";
import type { PostgresSettings } from "./settings.ts";

/** The server's time, as SQL. */
export const EPOCH_MS = "cast(extract(epoch from clock_timestamp()) * 1000 as bigint)";
const END_SESSIONS = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where application_name = $1 and datname = current_database() and usename = current_user
`;
/** How often the server is asked for a sign of life, and for its time. */
const BEAT_EVERY_MS = 400;
/** Silence after which messages are no longer sure to come through. */
export const QUIET_AFTER_MS = 1_000;
/** Silence after which the server is taken for gone. */
const DEAD_AFTER_MS = 2_000;
const CONNECT_LIMIT_MS = 2_000;

/** One connection that hears what PostgreSQL announces, and knows when it does not. */
export type Listener = {
  /** Ms since the server was last heard of, by a clock that nobody sets. */
  silentMs: () => number;
  /** Resolves when the connection is lost, was closed, or the server has been silent for too long. */
  ended: Promise<"lost" | "closed" | "silent">;
  /** Ends the server's sessions of this name on this database, whoever thinks that he still has them. */
  endSessions: (name: string) => Promise<void>;
  close: () => void;
};

/** Connects and listens. Rejects when that cannot be done within two seconds. */
export async function startListener(
  settings: PostgresSettings,
  options: { name: string; onPayload: (payload: string) => void; onTime: (epochMs: number) => void },
): Promise<Listener> {
  const socket = new Socket();
  const client = new pg.Client({
    ...settings,
    stream: () => socket,
    keepAlive: true,
    application_name: "gantry channel",
  });
  let heardAt = performance.now();
  let end: (how: Awaited<Listener["ended"]>) => void = () => undefined;
  const ended: Listener["ended"] = new Promise((resolve) => {
    end = resolve;
  });
  client.on("error", () => end("lost"));
  client.on("end", () => end("lost"));
  client.on("notification", ({ payload }) => {
    heardAt = performance.now();
    options.onPayload(payload ?? "");
  });
  const silentMs = () => performance.now() - heardAt;
  const askTime = async () => {
    const { rows } = await client.query<{ now: string }>(`select ${EPOCH_MS} as now`);
    heardAt = performance.now();
    options.onTime(Number(rows[0]?.now));
  };
  const giveUp = setTimeout(() => socket.destroy(), CONNECT_LIMIT_MS);
  try {
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(options.name)}`);
    await askTime();
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    clearTimeout(giveUp);
  }

  let askedAt: number | null = null;
  // Silence tells something only of a server that was asked: this process may have been too busy to ask.
  const isDead = () =>
    askedAt !== null && silentMs() > DEAD_AFTER_MS && performance.now() - askedAt > DEAD_AFTER_MS - BEAT_EVERY_MS;
  const beat = setInterval(() => {
    // The answer may lie in the socket while this process was busy: let it be read first.
    if (isDead())
      setImmediate(() => {
        if (isDead()) end("silent");
      });
    if (askedAt !== null) return;
    askedAt = performance.now();
    askTime().then(
      () => {
        askedAt = null;
      },
      () => end("lost"),
    );
  }, BEAT_EVERY_MS);
  beat.unref();
  void ended.then(() => {
    clearInterval(beat);
    // No goodbye: who is gone would never answer it.
    socket.destroy();
  });
  return {
    silentMs,
    ended,
    endSessions: async (name) => {
      await client.query(END_SESSIONS, [name]);
    },
    close: () => end("closed"),
  };
}
