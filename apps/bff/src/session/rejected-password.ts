import { createHmac } from "node:crypto";
import type { Database } from "../database/schema.ts";
import type { RejectedPassword } from "../upstream/service-token.ts";
import type { EncryptionKey } from "./encryption-keys.ts";

const SETTING = "rejected-service-password";

/** Keeps a keyed fingerprint of the rejected password, so that a restart does not send it again. */
export function createRejectedPassword(options: {
  database: Database;
  key: EncryptionKey;
  credentials: readonly string[];
}): RejectedPassword {
  const { database } = options;
  const value = createHmac("sha256", options.key.bytes).update(JSON.stringify(options.credentials)).digest("hex");
  return {
    isKnown: async () => {
      const row = await database.selectFrom("settings").select("value").where("name", "=", SETTING).executeTakeFirst();
      return row?.value === value;
    },
    remember: async () => {
      await database
        .insertInto("settings")
        .values({ name: SETTING, value })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
        .execute();
    },
  };
}
