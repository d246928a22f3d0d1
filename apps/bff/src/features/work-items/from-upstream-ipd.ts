import type { FieldControl, FieldValue, StatusPhase, WorkItem } from "@gantry/api-contract";
import {
  IPD_WRITABLE_FIELDS,
  optionWriteValue,
  readIpdFieldValue,
  type IpdFieldSpec,
  type IpdItem,
  type IpdOption,
} from "@gantry/codearts-contract";
import { fromIpdPerson } from "../members/from-upstream.ts";
import { readCustomValue } from "../fields/custom-fields.ts";
import { CORE_IPD_CODES } from "../fields/ipd-codes.ts";
import { toIpdPhase } from "../statuses/from-upstream.ts";
import { toDay, toItemDays } from "./days.ts";
import { toParentId, toProgress } from "./from-upstream-scrum.ts";
import { toIpdShape } from "./item-types.ts";

export type IpdItemContext = {
  projectId: string;
  /** By status code, for answers that give the bare code. */
  phases: ReadonlyMap<string, StatusPhase>;
  /** Controls of the project's custom fields by code: an item's answer does not tell one choice from many. */
  customControls: ReadonlyMap<string, FieldControl>;
};

/** An IPD work item from the query, the tree or the detail call. Its `start` is there only when it was asked for. */
export function fromIpdItem(wire: IpdItem, context: IpdItemContext): WorkItem {
  const status = toStatus(wire, context);
  return {
    id: wire.id,
    projectId: context.projectId,
    number: wire.number ?? wire.id,
    title: wire.title,
    type: wire.category,
    shape: toIpdShape(wire.category),
    status,
    priority: toNamedOption(wire.priority),
    severity: toNamedOption(wire.severity),
    assignee: fromIpdPerson(wire.assignee),
    parentId: toParentId(wire.parent_id),
    ...toItemDays({ start: wire.plan_start_date, end: wire.plan_end_date }),
    progress: wire.done_ratio === null ? (status.phase === "done" ? 100 : 0) : toProgress(wire.done_ratio),
    sprint: wire.plan_iteration && { id: wire.plan_iteration.id, name: wire.plan_iteration.title ?? "" },
    expectedHours: null,
    actualHours: null,
    createdAt: wire.created_date,
    updatedAt: wire.modified_date,
    extra: toExtra(wire, context),
  };
}

function toStatus(wire: IpdItem, context: IpdItemContext): WorkItem["status"] {
  const id = wire.status?.code ?? wire.status?.id ?? "";
  const phase = toIpdPhase(wire.status?.belonging ?? null) ?? context.phases.get(id) ?? "doing";
  return { id, name: wire.status?.name ?? "", phase };
}

function toNamedOption(option: IpdOption | null): WorkItem["priority"] {
  const id = option && optionWriteValue(option);
  return id === null ? null : { id, name: option?.display_value ?? id };
}

/** Every writable field that has no place of its own in a work item, in the form that changes carry it. */
function toExtra(wire: IpdItem, { customControls }: IpdItemContext): Record<string, FieldValue> {
  const extra: Record<string, FieldValue> = {};
  for (const spec of IPD_WRITABLE_FIELDS) {
    if (CORE_IPD_CODES.has(spec.code) || !hasField(spec, wire.category)) continue;
    const value = toFieldValue(wire, spec);
    if (value !== null) extra[spec.code] = value;
  }
  for (const [code, control] of customControls) {
    const value = readCustomValue(wire.values[code], control);
    if (value !== null) extra[code] = value;
  }
  return extra;
}

function toFieldValue(wire: IpdItem, spec: IpdFieldSpec): FieldValue {
  if (spec.form === "instant") return toDay(wire.values[spec.readAs ?? spec.code]).day;
  const value = readIpdFieldValue(wire.values, spec);
  return Array.isArray(value) && value.length === 0 ? null : value;
}

function hasField(spec: IpdFieldSpec, category: string): boolean {
  return spec.categories === "all" || spec.categories.some((name) => name === category);
}
