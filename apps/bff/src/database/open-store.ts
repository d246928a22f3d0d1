import { openDatabase } from "./open-sqlite.ts";
import { openPostgres } from "./postgres/open.ts";
import type { PostgresSettings } from "./postgres/settings.ts";
import type { Store } from "./store.ts";

/** Opens the store that the configuration names: a PostgreSQL, or else the embedded one of the data folder. */
export function openStore(
  config: { postgres: PostgresSettings | null; dataDir: string },
  options: { now: () => number; pid: number; processId: string },
): Promise<Store> {
  return config.postgres === null ? openDatabase(config.dataDir, options) : openPostgres(config.postgres, options);
}
