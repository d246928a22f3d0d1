import type { AuditEntry } from "../audit/append.ts";
import { toActor } from "../audit/actor.ts";
import type { SessionEnd } from "./session-store.ts";
import type { Session } from "./session.ts";

/** Sessions belong to no project: only the person themself sees these rows. */
const NOWHERE = { projectId: null, changeSetId: null };

export function toSignInEntry(session: Session, { requestId, at }: { requestId: string; at: number }): AuditEntry {
  const detail = { sessionId: session.id };
  return { ...NOWHERE, at, kind: "session.signed_in", actor: toActor(session), requestId, detail };
}

export function toEndEntry(session: Session, { cause, at }: { cause: SessionEnd; at: number }): AuditEntry {
  const { reason, requestId } = cause;
  const entry = { ...NOWHERE, at, actor: toActor(session), requestId };
  return reason === "signed-out"
    ? { ...entry, kind: "session.signed_out", detail: { sessionId: session.id } }
    : { ...entry, kind: "session.ended", detail: { sessionId: session.id, reason } };
}
