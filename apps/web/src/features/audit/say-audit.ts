import type { AuditDetail, AuditKind, AuditRow } from "@gantry/api-contract";
import { changeSetOriginSchema, outcomeReasonSchema, outcomeSchema } from "@gantry/api-contract";
import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";
import { sayField } from "../../ui/work-items/field-value.ts";

type Speech = { words: Words; format: Format };

/** What a row tells beyond its kind: how many, which, and how it ended; empty where there is no more. */
export function sayAuditDetail({ kind, detail }: AuditRow, speech: Speech): string {
  const say = speakers[kind];
  return say === undefined ? "" : say(detail, speech);
}

const speakers: Partial<Record<AuditKind, (detail: AuditDetail, speech: Speech) => string>> = {
  "session.limited": sayRefusals,
  "session.ended": (detail) => textOf(detail, "reason"),
  "access.refused": (detail, speech) =>
    join([textOf(detail, "code"), textOf(detail, "route"), sayRefusals(detail, speech)], speech),
  "change_set.created": (detail, speech) => {
    const origin = changeSetOriginSchema.options.find((one) => one === detail["origin"]);
    const items = speech.words.common.workItems(numberOf(detail, "items"));
    return join(
      [
        origin === undefined ? items : speech.words.changes.origin[origin](items),
        sayChanges(detail, speech),
        sayFields(detail, speech),
      ],
      speech,
    );
  },
  "change_set.write_sent": (detail, speech) =>
    join(
      [
        textOf(detail, "operation"),
        speech.words.common.workItems(lengthOf(detail, "itemIds")),
        sayFields(detail, speech),
      ],
      speech,
    ),
  "change_set.settled": (detail, speech) => {
    const { outcome, reason } = speech.words.changes;
    const ended = outcomeSchema.options.find((one) => one === detail["outcome"]);
    const because = outcomeReasonSchema.options.find((one) => one === detail["reason"]);
    return join(
      [
        sayChanges(detail, speech),
        ended === undefined ? "" : outcome[ended],
        because === undefined ? "" : reason[because],
        textOf(detail, "upstreamCode"),
      ],
      speech,
    );
  },
  "change_set.cancelled": sayChanges,
  "change_set.retried": sayChanges,
  "change_set.purged": sayChanges,
  "plan.write_sent": (detail, speech) => join([textOf(detail, "operation"), textOf(detail, "planName")], speech),
  "plan.written": (detail, speech) => join([textOf(detail, "planName"), textOf(detail, "code")], speech),
  "links.edited": (detail, { words }) => words.audit.links(lengthOf(detail, "links")),
  "baseline.created": (detail) => textOf(detail, "baselineName"),
  "baseline.deleted": (detail) => textOf(detail, "baselineName"),
  "view.shared": (detail) => textOf(detail, "viewName"),
  "view.unshared": (detail) => textOf(detail, "viewName"),
  "share.created": (detail) => textOf(detail, "name"),
  "share.revoked": (detail) => textOf(detail, "name"),
  "share.opened": (detail, speech) =>
    join([textOf(detail, "name"), speech.words.audit.times(numberOf(detail, "opened"))], speech),
  "audit.exported": (detail, { words }) => words.audit.rows(numberOf(detail, "rows")),
};

function sayChanges(detail: AuditDetail, { words }: Speech): string {
  return words.common.changes(numberOf(detail, "changes"));
}

function sayRefusals(detail: AuditDetail, { words }: Speech): string {
  return words.audit.times(numberOf(detail, "refusals"));
}

function sayFields(detail: AuditDetail, { words, format }: Speech): string {
  const fields = detail["fields"];
  return Array.isArray(fields) ? format.list(fields.map((field) => sayField(field, words))) : "";
}

function textOf(detail: AuditDetail, name: string): string {
  const value = detail[name];
  return typeof value === "string" ? value : "";
}

function numberOf(detail: AuditDetail, name: string): number {
  const value = detail[name];
  return typeof value === "number" ? value : 0;
}

/** Of a list that was too long to keep whole, the rest is counted beside it. */
function lengthOf(detail: AuditDetail, name: string): number {
  const list = detail[name];
  return (Array.isArray(list) ? list.length : 0) + numberOf(detail, `${name}Left`);
}

function join(parts: readonly string[], { words }: Speech): string {
  return parts.filter((part) => part !== "").join(words.common.comma);
}
