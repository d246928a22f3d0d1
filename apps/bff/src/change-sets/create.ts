import {
  isSameFieldValue,
  LINK_FIELD,
  MAX_ITEMS,
  type AgreedChange,
  type NewChangeSet,
  type Plan,
  type WorkItem,
} from "@gantry/api-contract";
import { AppError } from "../app-error.ts";
import type { Store } from "../database/store.ts";
import { findKnownProject } from "../features/projects/use-cases.ts";
import type { Reader } from "../features/reader.ts";
import type { Session } from "../session/session.ts";
import { toWire } from "./compile/to-wire.ts";
import { invalidRequest, type Issue } from "./invalid-request.ts";
import { ensureItemIds } from "./item-ids.ts";
import { findByKey } from "./ledger/read.ts";
import type { NewRow } from "./ledger/records.ts";
import type { Pace } from "./pace.ts";
import { checkValue } from "./preview/check-value.ts";
import type { ProjectFacts } from "./preview/facts.ts";
import { isForType } from "./preview/propose-edit.ts";
import { readFacts, readItemsNow, readLinkablePlan, readPlanName } from "./preview/reads.ts";
import type { SeenChange, SeenChanges } from "./preview/seen-changes.ts";
import { storeChangeSet, type LookEarly } from "./store.ts";
import { toItemFacts } from "./preview/to-change.ts";
import { heldLabel, heldValue, labelOf, toPlainValue } from "./preview/values.ts";

/**
 * Stores what a person agreed to, to be worked off as a job. The same person's same key gives the same change set.
 * Throws `request.invalid` (naming field and limit), `change_set.too_large`, `project.not_found`, `plan.…`.
 */
export async function createChangeSet(
  store: Store,
  options: {
    input: NewChangeSet;
    session: Session;
    reader: Reader;
    seen: SeenChanges;
    idempotencyKey: string;
    id: string;
    requestId: string;
    pace: Pick<Pace, "noteStored">;
    lookEarly: Omit<LookEarly, "session">;
    now: () => number;
  },
): Promise<{ id: string; isNew: boolean }> {
  const { input, session, reader, seen, idempotencyKey, id, now } = options;
  const owner = { userId: session.userId, domainId: session.domainId };
  const existing = await findByKey(store.database, { owner, idempotencyKey });
  if (existing !== null) return { id: existing.id, isNew: false };

  const itemIds = [...new Set(input.changes.map((change) => change.itemId))];
  if (itemIds.length > MAX_ITEMS) {
    throw new AppError("change_set.too_large", `A change set holds at most ${MAX_ITEMS} work items`);
  }
  const { projectId } = input;
  const known = await findKnownProject(reader, projectId);
  const shown = input.changes.map(({ itemId, field }) => seen.find(session, { projectId, itemId, field }));
  // What is agreed to as it was shown is checked by what it was shown by.
  const isAsShown = input.changes.every(({ to }, index) => {
    const change = shown[index] ?? null;
    return change !== null && isSameFieldValue(change.to, to);
  });
  const facts = (isAsShown ? seen.findFacts(session, projectId) : null) ?? (await readFacts(reader, known));
  ensureChanges(input, facts);
  const hasLinks = input.changes.some((change) => change.field === LINK_FIELD);
  const linkPlan =
    hasLinks && input.planId !== null ? await readLinkablePlan(reader, { known, planId: input.planId }) : null;
  const unseen = input.changes.flatMap(({ itemId }, index) => (shown[index] === null ? itemId : []));
  const [read, planName] = await Promise.all([
    unseen.length === 0 ? NOTHING_READ : readItemsNow(reader, { known, ids: unseen }),
    input.planId === null ? null : (linkPlan?.name ?? readPlanName(reader, { known, planId: input.planId })),
  ]);
  if (read.failedIds.size > 0) {
    throw new AppError("upstream.unavailable", "CodeArts could not be read; nothing was stored. Try again.");
  }
  const rows = input.changes.map((change, position) =>
    toRow(change, {
      position,
      held: shown[position] ?? toHeld(read.items.get(change.itemId), change.field),
      facts,
      linkPlan,
      now: now(),
    }),
  );
  const storedAt = now();
  const created = await storeChangeSet(store, {
    record: {
      id,
      owner,
      createdBy: { id: session.userId, numericId: session.userNumericId, name: session.displayName },
      idempotencyKey,
      origin: input.origin,
      state: "queued",
      projectId: facts.project.id,
      projectName: facts.project.name,
      projectKind: facts.project.kind,
      planId: input.planId,
      planName,
      createdAt: now(),
      items: itemIds.length,
      total: rows.length,
      fields: [...new Set(rows.map((row) => row.field))],
      undoOf: null,
    },
    rows,
    requestId: options.requestId,
    lookEarly: { ...options.lookEarly, session },
  });
  options.pace.noteStored({ changes: rows.length, durationMs: now() - storedAt });
  return created;
}

const NOTHING_READ: Awaited<ReturnType<typeof readItemsNow>> = { items: new Map(), failedIds: new Set() };

function toHeld(item: WorkItem | undefined, field: string): SeenChange | null {
  if (item === undefined) return null;
  return { ...toItemFacts(item), from: heldValue(item, field), fromLabel: heldLabel(item, field) };
}

function ensureChanges(input: NewChangeSet, facts: ProjectFacts): void {
  ensureItemIds(
    input.changes.map((change) => change.itemId),
    { kind: facts.project.kind, path: "changes" },
  );
  const seen = new Set<string>();
  const issues = input.changes.flatMap((change, index): Issue[] => {
    const path = `changes.${index}`;
    const key = `${change.itemId}/${change.field}`;
    if (seen.has(key)) return [{ path, message: "Expected each field of an item once" }];
    seen.add(key);
    const message = change.field === LINK_FIELD ? checkLink(change, input) : checkChange(change, facts);
    return message === null ? [] : [{ path, message: `${change.field}: ${message}` }];
  });
  if (issues.length > 0) throw invalidRequest(issues);
}

function checkLink(change: AgreedChange, input: NewChangeSet): string | null {
  return input.planId !== null && change.from === null && change.to === input.planId
    ? null
    : "Expected from null to the id of the change set's plan";
}

function checkChange(change: AgreedChange, facts: ProjectFacts): string | null {
  const field = facts.fields.get(change.field);
  if (field === undefined) return "Expected a field of this project that Gantry can write";
  return checkValue(toPlainValue(change.to), { field, facts });
}

function toRow(
  change: AgreedChange,
  options: { position: number; held: SeenChange | null; facts: ProjectFacts; linkPlan: Plan | null; now: number },
): NewRow {
  const { position, held, facts, linkPlan, now } = options;
  const field = facts.fields.get(change.field);
  const from = toPlainValue(change.from);
  const to = toPlainValue(change.to);
  const wire = toWire({ field: change.field, to }, facts);
  const isLink = change.field === LINK_FIELD;
  const isFit =
    held !== null && (isLink || isForType({ type: held.itemType }, { field: change.field, value: to, facts }));
  const failure = held === null ? "not-found" : !isFit ? "invalid-value" : typeof wire === "string" ? wire : null;
  const name = (value: typeof to) => (field === undefined ? null : labelOf(value, { field, facts }));
  return {
    position,
    itemId: change.itemId,
    itemNumber: held?.itemNumber ?? change.itemId,
    itemTitle: held?.itemTitle ?? "",
    itemType: held?.itemType ?? "",
    itemShape: held?.itemShape ?? "task",
    field: change.field,
    from,
    to,
    fromLabel: (held !== null && isSameFieldValue(held.from, from) ? held.fromLabel : null) ?? name(from),
    toLabel: isLink ? (linkPlan?.name ?? null) : name(to),
    wire: failure === null && typeof wire !== "string" ? wire : null,
    outcome: failure === null ? "queued" : "failed",
    reason: failure,
    at: failure === null ? null : now,
  };
}
