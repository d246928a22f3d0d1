import type { AuditEntry } from "./append.ts";

/** A signed-in person as the audit log names them. */
export function toActor(session: { userId: string; domainId: string; displayName: string }): AuditEntry["actor"] {
  return { userId: session.userId, domainId: session.domainId, name: session.displayName };
}
