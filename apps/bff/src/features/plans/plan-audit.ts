import { isCodeArtsError } from "@gantry/codearts-client";
import { AppError } from "../../app-error.ts";
import { type Doer, toDoer } from "../../audit/actor.ts";
import { appendAudit } from "../../audit/append.ts";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/schema.ts";
import type { Session } from "../../session/session.ts";

type PlanWrite = { operation: string; projectId: string; planId: string | null; planName: string };

/** Carries a write of a plan out between two rows of the audit log: before its first byte leaves, and how it ended. */
export type PlanAudit = <T>(write: PlanWrite, send: (beforeSend: () => Promise<void>) => Promise<T>) => Promise<T>;

/** The audit of one request's writes of plans, which no ledger keeps. */
export function createPlanAudit(
  { database, clock }: { database: Database; clock: Clock },
  context: { session: Session; requestId: string },
): PlanAudit {
  const doer: Doer = toDoer(context);
  const append = ({ projectId, ...detail }: PlanWrite & { code?: string | null }) =>
    database.transaction().execute((transaction) =>
      appendAudit(transaction, {
        ...doer,
        at: clock.now(),
        kind: "code" in detail ? "plan.written" : "plan.write_sent",
        projectId,
        changeSetId: null,
        detail,
      }),
    );
  return async (write, send) => {
    try {
      const answer = await send(() => append(write));
      await append({ ...write, code: null });
      return answer;
    } catch (error) {
      await append({ ...write, code: codeOf(error) });
      throw error;
    }
  };
}

function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  return isCodeArtsError(error) ? error.kind : "unexpected";
}
