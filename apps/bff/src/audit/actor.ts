import type { AuditEntry } from "./append.ts";

/** Who does something, and by which request. */
export type Doer = Pick<AuditEntry, "actor" | "requestId">;

export function toDoer({ session, requestId }: { session: Person; requestId: string }): Doer {
  return { actor: toActor(session), requestId };
}

type Person = { userId: string; domainId: string; displayName: string };

/** A signed-in person as the audit log names them. */
export function toActor(session: Person): AuditEntry["actor"] {
  return { userId: session.userId, domainId: session.domainId, name: session.displayName };
}
