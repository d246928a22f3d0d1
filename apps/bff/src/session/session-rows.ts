import { createHash } from "node:crypto";
import type { SessionTables } from "../database/schema.ts";
import type { Sealer } from "./sealing.ts";
import type { Session } from "./session.ts";

export type SessionRow = SessionTables["sessions"];

export function unsealRow(row: SessionRow, sealer: Sealer): string | null {
  if (row.sealed_token === null || row.key_id === null) return null;
  return sealer.unseal({ keyId: row.key_id, text: row.sealed_token }, bindingOf(toSession(row)));
}

/** A sealed token is of use in this row of this person only. */
export function bindingOf(session: Session): readonly string[] {
  return [session.userId, session.domainId, session.id];
}

export function hashOf(cookie: string): string {
  return createHash("sha256").update(cookie).digest("hex");
}

export function toSession(row: SessionRow): Session {
  return {
    id: row.id,
    userId: row.user_id,
    userNumericId: row.user_numeric_id,
    userName: row.user_name,
    displayName: row.display_name,
    account: row.account,
    domainId: row.domain_id,
    expiresAt: row.expires_at,
  };
}

export function toRow(
  session: Session,
  options: { secretHash: string; now: number },
): Omit<SessionRow, "sealed_token" | "key_id"> {
  return {
    id: session.id,
    secret_hash: options.secretHash,
    user_id: session.userId,
    user_numeric_id: session.userNumericId,
    user_name: session.userName,
    display_name: session.displayName,
    account: session.account,
    domain_id: session.domainId,
    created_at: options.now,
    expires_at: session.expiresAt,
  };
}
