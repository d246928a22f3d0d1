import { type AuditLine, endpoints } from "@gantry/api-contract";
import type { Dependencies } from "../dependencies.ts";
import type { Feature } from "../feature.ts";
import { bind, bindStream, type SessionContext } from "../http/bind.ts";
import type { VisibleProjects } from "../live/visible-projects.ts";
import { toActor } from "./actor.ts";
import { appendAudit } from "./append.ts";
import { exportAudit } from "./export.ts";
import { createHeadNotes } from "./note-head.ts";
import { type AuditReader, listAuditRows, readAuditHead } from "./read.ts";
import { toAuditRow } from "./to-row.ts";

const ROWS_PER_PAGE = 100;

/** The audit log, for reading and for taking away. Nothing here changes a row. */
export function createAuditFeature(
  { database, clock, log }: Dependencies,
  { visible }: { visible: VisibleProjects },
): Feature {
  const readerOf = async ({ session, upstream, signal }: SessionContext): Promise<AuditReader> => ({
    viewer: session,
    projectIds: await visible.of({ upstream, signal }),
  });

  async function* exportFor(context: SessionContext): AsyncGenerator<AuditLine> {
    const reader = await readerOf(context);
    const head = await database.transaction().execute(async (transaction) => {
      const { number: rows } = await readAuditHead(transaction);
      await appendAudit(transaction, {
        at: clock.now(),
        kind: "audit.exported",
        actor: toActor(context.session),
        projectId: null,
        changeSetId: null,
        requestId: context.requestId,
        detail: { rows },
      });
      return await readAuditHead(transaction);
    });
    yield* exportAudit(database, { head, reader });
  }

  return {
    ...createHeadNotes({ database, clock, log }),
    routes: [
      bind(endpoints.listAudit, async ({ query }, context) => {
        const limit = query.limit ?? ROWS_PER_PAGE;
        const head = await readAuditHead(database);
        const found = await listAuditRows(database, { ...(await readerOf(context)), query, limit: limit + 1 });
        const page = found.slice(0, limit);
        const last = page.at(-1);
        return {
          items: page.map(toAuditRow),
          head,
          ...(found.length > limit && last !== undefined ? { nextCursor: String(last.number) } : {}),
        };
      }),
      bindStream(endpoints.exportAudit, (_input, context) => exportFor(context)),
    ],
  };
}
