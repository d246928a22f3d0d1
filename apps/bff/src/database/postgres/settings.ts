import type { ClientConfig } from "pg";

/** Where a PostgreSQL is, as `DATABASE_URL` says it. Holds a password: never log it, never put it into an error. */
export type PostgresSettings = Pick<ClientConfig, "host" | "port" | "user" | "password" | "database" | "ssl">;

const DEFAULT_PORT = 5432;
const SSL_MODES = {
  disable: false,
  /** Encrypted, whoever answers. */
  require: { rejectUnauthorized: false },
  "verify-full": { rejectUnauthorized: true },
} as const;

/** Reads `postgres://user:password@host:port/database?sslmode=…`. The problem's words repeat nothing of the input. */
export function parsePostgresUrl(
  text: string,
): { ok: true; settings: PostgresSettings } | { ok: false; problem: string } {
  const refuse = (problem: string) => ({ ok: false, problem }) as const;
  const form = "must look like postgres://user:password@host:5432/database";
  if (!/^postgres(?:ql)?:\/\//.test(text) || !URL.canParse(text)) return refuse(form);
  const url = new URL(text);
  const [user, password, host, database] = [url.username, url.password, url.hostname, url.pathname.slice(1)].map(
    decode,
  );
  if (user === undefined || password === undefined || host === undefined || database === undefined)
    return refuse("holds a % that does not begin an escape; write %25 for it");
  if (user === "" || host === "" || database === "" || database.includes("/") || url.hash !== "") return refuse(form);
  const others = [...url.searchParams.keys()].filter((name) => name !== "sslmode");
  if (others.length > 0) return refuse("takes no parameter but sslmode");
  const modes = url.searchParams.getAll("sslmode");
  const mode = modes[0] ?? "disable";
  if (modes.length > 1 || !isSslMode(mode)) return refuse("sslmode must be disable, require or verify-full");
  return {
    ok: true,
    settings: {
      host: host.replace(/^\[(.*)\]$/, "$1"),
      port: url.port === "" ? DEFAULT_PORT : Number(url.port),
      user,
      database,
      ssl: SSL_MODES[mode],
      ...(password === "" ? {} : { password }),
    },
  };
}

function isSslMode(text: string): text is keyof typeof SSL_MODES {
  return Object.hasOwn(SSL_MODES, text);
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
