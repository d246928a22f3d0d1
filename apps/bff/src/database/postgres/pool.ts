import { Socket } from "node:net";
import type { PostgresPool } from "kysely";
import pg from "pg";
import { StoreAwayError } from "../storage-failure.ts";
import type { PostgresSettings } from "./settings.ts";
import { asSqliteReads, toParameter } from "./types.ts";

/** The server ends a statement itself after this long, be it at work or waiting for a lock. */
const STATEMENT_LIMIT_MS = 15_000;
/** A server that lives would have answered by now. */
const ANSWER_LIMIT_MS = STATEMENT_LIMIT_MS + 2_000;
const CONNECT_LIMIT_MS = 2_000;
/** A limit that is noticed so much later tells of this process, which was busy, and not of the server. */
const NOTICED_LATE_MS = 200;
/**
 * A connection in the middle of a transaction, with nothing said on it for so long, is given up by the server: what is
 * locked by a process that was frozen, or whose machine is gone, holds the others up no longer.
 */
const IDLE_IN_TRANSACTION_LIMIT_MS = 5_000;

export type GuardedPool = PostgresPool & {
  /** Cuts every connection and refuses new ones until `letIn`: nobody waits for a server that does not answer. */
  cut: () => void;
  /**
   * @param endSessions ends the server's sessions of a name. Those of connections that were cut may not have heard of
   * it, and would keep their locks.
   */
  letIn: (endSessions: (name: string) => Promise<void>) => Promise<void>;
};

/**
 * Connections for Kysely. None of their errors ends the process, and none holds up a caller for long.
 * @param options.name by which the server knows them, and no others
 */
export function createGuardedPool(
  settings: PostgresSettings,
  options: { connections: number; name: string },
): GuardedPool {
  const sockets = new Set<Socket>();
  let isCut = false;
  const pool = new pg.Pool({
    ...settings,
    max: options.connections,
    types: asSqliteReads,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    statement_timeout: STATEMENT_LIMIT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_LIMIT_MS,
    application_name: options.name,
    stream: () => {
      const socket = new Socket();
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
      return socket;
    },
  });
  // Who uses a broken connection hears of it from the query; an unheard `error` would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));

  return {
    cut: () => {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    letIn: async (endSessions) => {
      if (!isCut) return;
      await endSessions(options.name);
      isCut = false;
    },
    end: () => pool.end(),
    connect: async () => {
      for (;;) {
        if (isCut) throw new StoreAwayError();
        const startedAt = performance.now();
        try {
          return guard(await pool.connect());
        } catch (error) {
          // While this process was busy the server's answer lay unread: then it is asked again.
          if (performance.now() - startedAt < CONNECT_LIMIT_MS + NOTICED_LATE_MS) throw error;
        }
      }
    },
  };
}

/** A client that is given up, and not used again, when an answer does not come. */
function guard(client: pg.PoolClient): Awaited<ReturnType<PostgresPool["connect"]>> {
  let isStuck = false;
  const query = async (sql: string, parameters: readonly unknown[]) => {
    if (isStuck) throw new StoreAwayError();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        isStuck = true;
        reject(new StoreAwayError());
      }, ANSWER_LIMIT_MS);
    });
    try {
      return await Promise.race([client.query(sql, parameters.map(toParameter)), late]);
    } finally {
      clearTimeout(timer);
    }
  };
  return asKyselyClient({ query, release: () => client.release(isStuck) });
}

/** Kysely's client also streams by cursor, which this product never does. */
function asKyselyClient(client: {
  query: (sql: string, parameters: readonly unknown[]) => Promise<pg.QueryResult>;
  release: () => void;
}): Awaited<ReturnType<PostgresPool["connect"]>> {
  return client as unknown as Awaited<ReturnType<PostgresPool["connect"]>>;
}
