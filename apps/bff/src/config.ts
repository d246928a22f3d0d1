import * as v from "valibot";
import { parsePostgresUrl, type PostgresSettings } from "./database/postgres/settings.ts";
import { parseEncryptionKeys, type EncryptionKey } from "./session/encryption-keys.ts";
import { codeArtsOriginSchema, httpUrlSchema, isLoopbackHost, wholeNumberSchema } from "./config-values.ts";

/** The settings that the whole app is made from; read once, at start. */
export type Config = {
  /** Where CodeArts is. `demo` = the simulator runs inside, on a made-up team's data. */
  codearts: { kind: "demo" } | { kind: "real"; endpoint: string; iamEndpoint: string; iamScope: string };
  /**
   * `user`: each person signs in with an IAM user and acts with that user's token.
   * `service`: one IAM user makes all calls; people still prove who they are (see `session/sign-in.ts`).
   */
  auth: { mode: "user" } | { mode: "service"; account: string; userName: string; password: string };
  /** Where PostgreSQL is, for any number of replicas; null = the embedded database of `dataDir`, for one process. */
  postgres: PostgresSettings | null;
  dataDir: string;
  /** Newest first. Null in demo mode when none were given: keys are then made in `dataDir`. */
  encryptionKeys: readonly EncryptionKey[] | null;
  /** Origin under which browsers reach Gantry; null = the address that it listens on. */
  publicUrl: string | null;
  host: string;
  port: number;
  logLevel: LogLevel;
  /** Calls to CodeArts at the same time, of this process, and per second, of all replicas together. */
  upstreamConcurrency: number;
  upstreamRate: number;
};

const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Every bad variable, each with what is wrong; values are never repeated. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`Gantry cannot start with these settings:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.name = "ConfigError";
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Makes the configuration from environment variables; each secret may come as `NAME_FILE` instead.
 * @param options.readSecretFile gives a file's text, or throws with words that may be shown
 */
export function readConfig(environment: Environment, options: { readSecretFile: (path: string) => string }): Config {
  const problems: string[] = [];
  const complain = (name: string, problem: string) => void problems.push(`${name}: ${problem}`);
  const text = (name: string): string | undefined => {
    const value = environment[name]?.trim();
    return value === undefined || value === "" ? undefined : value;
  };
  const parsed = <S extends v.GenericSchema<string, unknown>, F>(name: string, schema: S, fallback: F) => {
    const value = text(name);
    if (value === undefined) return fallback;
    const result = v.safeParse(schema, value);
    if (result.success) return result.output as v.InferOutput<S>;
    complain(name, result.issues[0].message);
    return fallback;
  };
  const secret = (name: string): string | undefined => {
    const path = text(`${name}_FILE`);
    if (path === undefined) return text(name);
    if (text(name) !== undefined) complain(name, `set it or ${name}_FILE, not both`);
    try {
      return options.readSecretFile(path).trim();
    } catch (error) {
      complain(`${name}_FILE`, error instanceof Error ? error.message : "cannot be read");
      return undefined;
    }
  };
  const required = (name: string, value: string | undefined, why: string): string => {
    const given = environment[name] !== undefined || environment[`${name}_FILE`] !== undefined;
    if (value === undefined && (!given || text(name) === "" || text(name) === undefined))
      complain(name, `is missing; ${why}`);
    return value ?? "";
  };

  const endpoint = parsed("CODEARTS_ENDPOINT", codeArtsOriginSchema, undefined);
  const isReal = text("CODEARTS_ENDPOINT") !== undefined;
  const iamEndpoint = parsed("IAM_ENDPOINT", codeArtsOriginSchema, undefined);
  const mode = parsed("AUTH_MODE", v.picklist(["user", "service"], "must be user or service"), "user" as const);
  const dataDir = text("DATA_DIR") ?? "data";
  const host = text("HOST") ?? "127.0.0.1";
  const publicUrl = parsed("PUBLIC_URL", httpUrlSchema, null);
  const keysText = secret("ENCRYPTION_KEYS");
  const servicePassword = secret("IAM_PASSWORD");

  const databaseUrl = secret("DATABASE_URL");
  let postgres: PostgresSettings | null = null;
  if (databaseUrl !== undefined) {
    const parsedUrl = parsePostgresUrl(databaseUrl);
    if (parsedUrl.ok) postgres = parsedUrl.settings;
    else complain("DATABASE_URL", parsedUrl.problem);
  }
  if (!isReal) {
    for (const name of ["IAM_ENDPOINT", "IAM_SCOPE"]) {
      if (text(name) !== undefined)
        complain("CODEARTS_ENDPOINT", `is missing, but ${name} is set; set both, or neither for the demo`);
    }
    if (mode === "service") complain("AUTH_MODE", "service needs a real CodeArts: set CODEARTS_ENDPOINT");
  }
  if (!isLoopbackHost(host) && publicUrl?.startsWith("https:") !== true) {
    complain(
      "HOST",
      "listening beyond this machine needs https, or browsers drop the session cookie and passwords travel in clear: " +
        "put a TLS proxy in front and set PUBLIC_URL to its https address, or listen on 127.0.0.1",
    );
  }
  let encryptionKeys: readonly EncryptionKey[] | null = null;
  if (keysText !== undefined) {
    const keys = parseEncryptionKeys(keysText);
    if (keys.ok) encryptionKeys = keys.keys;
    else complain("ENCRYPTION_KEYS", keys.problem);
  } else if (isReal || databaseUrl !== undefined) {
    // Keys made up by one replica would open nothing for the others.
    required("ENCRYPTION_KEYS", undefined, "give id:base64 of 32 random bytes, as from `openssl rand -base64 32`");
  }

  const config: Config = {
    codearts: isReal
      ? {
          kind: "real",
          endpoint: endpoint ?? "",
          iamEndpoint: required("IAM_ENDPOINT", iamEndpoint, "sign-in needs the IAM of your region"),
          iamScope: required("IAM_SCOPE", text("IAM_SCOPE"), "give the IAM project name, usually the region"),
        }
      : { kind: "demo" },
    auth:
      mode === "service"
        ? {
            mode,
            account: required("IAM_ACCOUNT", text("IAM_ACCOUNT"), "service mode signs in with it"),
            userName: required("IAM_USER", text("IAM_USER"), "service mode signs in with it"),
            password: required("IAM_PASSWORD", servicePassword, "service mode signs in with it"),
          }
        : { mode },
    postgres,
    dataDir,
    encryptionKeys,
    publicUrl,
    host,
    port: parsed("PORT", wholeNumberSchema({ min: 0, max: 65_535 }), 4600),
    logLevel: parsed(
      "LOG_LEVEL",
      v.picklist(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`),
      isReal ? ("info" as const) : ("warn" as const),
    ),
    upstreamConcurrency: parsed("UPSTREAM_CONCURRENCY", wholeNumberSchema({ min: 1, max: 100 }), 5),
    upstreamRate: parsed("UPSTREAM_RATE", wholeNumberSchema({ min: 1, max: 1000 }), isReal ? 20 : 1000),
  };
  if (problems.length > 0) throw new ConfigError([...new Set(problems)]);
  return config;
}
