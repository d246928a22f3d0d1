import type { ErrorCode } from "@gantry/api-contract";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/schema.ts";
import { appendAudit, type AuditEntry } from "./append.ts";

/** Between two rows of the same refusal: a flood of them fills no disk. */
const QUIET_MS = 60_000;

export type Refusals = {
  /** A control of security said no. A row at once, or counted into the next one of the same code. */
  note: (refusal: { code: ErrorCode; requestId: string; subject?: string; route?: string }) => Promise<void>;
  /** IAM refused a password, of which few come this far: each is a row of its own. */
  noteWrongPassword: (refusal: { subject: string; requestId: string }) => Promise<void>;
};

/** Refusals in the audit log. They change nothing else, so they come in transactions of their own. */
export function createRefusals({ database, clock }: { database: Database; clock: Clock }): Refusals {
  const quiet = new Map<ErrorCode, { until: number; held: number }>();
  const append = (told: Pick<AuditEntry, "kind" | "requestId" | "detail">) =>
    database
      .transaction()
      .execute((transaction) =>
        appendAudit(transaction, { ...told, at: clock.now(), actor: null, projectId: null, changeSetId: null }),
      );
  return {
    note: async ({ code, requestId, ...subject }) => {
      const now = clock.now();
      const last = quiet.get(code);
      if (last !== undefined && now < last.until) {
        last.held += 1;
        return;
      }
      quiet.set(code, { until: now + QUIET_MS, held: 0 });
      const refusals = (last?.held ?? 0) + 1;
      const isLimit = code === "session.too_many_attempts";
      const detail = { ...(isLimit ? {} : { code }), ...subject, refusals };
      await append({ kind: isLimit ? "session.limited" : "access.refused", requestId, detail });
    },
    noteWrongPassword: ({ subject, requestId }) => append({ kind: "session.refused", requestId, detail: { subject } }),
  };
}
