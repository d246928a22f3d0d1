import { toDayNumber } from "../days.ts";
import type { SimulatorStore } from "../store.ts";
import { IPD_CATEGORY_IDS, IPD_OPTIONS, IPD_TYPES, ipdStatusesOf } from "../world/catalog.ts";
import type { IpdItem, IpdPeriod, IpdProject } from "../world/world-types.ts";
import { toIpdPerson } from "./people.ts";

export type IpdPlace = { store: SimulatorStore; project: IpdProject; childrenOf?: (id: string) => readonly IpdItem[] };

const PERSON_FIELD = /_owner$/;
const PEOPLE_FIELDS = ["assigned_cc", "submitted_by", "recipient"];
const DAY_MS = 86_400_000;

function toPerson(userId: string, store: SimulatorStore) {
  const person = store.person(userId);
  return person === undefined ? null : toIpdPerson(person);
}

/** The choice of a field as OptionVO; a value that is no option is given as it was written. */
function toOption(code: string, value: string | null) {
  if (value === null) return null;
  const options = IPD_OPTIONS[code] ?? [];
  const index = options.findIndex((option) => option.value === value || option.id === value);
  const option = options[index];
  return option === undefined
    ? { id: value, value, display_value: value, code }
    : { id: option.id, value: option.value, display_value: option.value, code, sequence: index, level: 1 };
}

function toPeriod(periodId: string | null, { project }: IpdPlace) {
  const period = project.periods.find((one) => one.id === periodId);
  if (period === undefined) return null;
  const { id, title, category, status, begin, end } = period;
  return { id, title, category, status, plan_start_date: begin, plan_end_date: end };
}

function idOf(value: unknown): string {
  return typeof value === "object" && value !== null && "id" in value ? String(value.id) : "";
}

/** What is written as ids and codes is read as objects. */
function toReadForm(code: string, { value, place }: { value: unknown; place: IpdPlace }): unknown {
  if (PERSON_FIELD.test(code)) return toPerson(idOf(value), place.store);
  if (PEOPLE_FIELDS.includes(code) && Array.isArray(value)) return value.map((one) => toPerson(idOf(one), place.store));
  if (code === "found_pi" || code === "found_iteration") return toPeriod(String(value), place);
  if (code in IPD_OPTIONS) {
    const values = String(value).split(",");
    const options = values.map((one) => toOption(code, one));
    const shown = options.map((option) => option?.display_value).join(",");
    return values.length === 1 ? options[0] : { id: String(value), value: String(value), display_value: shown, code };
  }
  return value;
}

function extrasOf(item: IpdItem, place: IpdPlace): Record<string, unknown> {
  const entries = Object.entries(item.more).filter(([code]) => code !== "suspended");
  return Object.fromEntries(entries.map(([code, value]) => [code, toReadForm(code, { value, place })]));
}

function toInstant(epochMs: number | null): string | null {
  return epochMs === null ? null : String(epochMs);
}

function plansWith(item: IpdItem, { place, type }: { place: IpdPlace; type: "gantt" | "mind" }): string {
  const plans = place.store.plansOf(item.projectId).filter((plan) => plan.type === type && plan.itemIds.has(item.id));
  return plans.map((plan) => plan.id).join(",");
}

/** IssueVO of the IPD list: ids as strings, instants as ms strings, people and choices as objects; no planned start. */
export function toIssueVo(item: IpdItem, place: IpdPlace) {
  const status = ipdStatusesOf(item.category).find((one) => one.code === item.statusCode);
  const children =
    place.childrenOf?.(item.id) ?? place.store.ipdItemsOf(item.projectId).filter((other) => other.parentId === item.id);
  const labels = place.project.labels.filter((label) => item.labelIds.includes(label.id));
  const isSuspended = item.more["suspended"] === true;
  return {
    id: item.id,
    number: item.number,
    title: item.title,
    category: item.category,
    category_layer_id: IPD_CATEGORY_IDS[item.category],
    type: IPD_TYPES[item.category],
    description: item.description,
    state: "正在工作",
    status:
      status === undefined
        ? null
        : { id: status.id, name: status.name, code: status.code, display_value: status.name, belonging: status.phase },
    priority: toOption("priority", item.priority),
    assignee: item.assigneeId === null ? null : toPerson(item.assigneeId, place.store),
    created_by: toPerson(item.createdById, place.store),
    modified_by: toPerson(item.modifiedById, place.store),
    parent_id: item.parentId ?? "",
    children: children.map((child) => child.id).join(","),
    path: item.parentId === null ? item.id : `${item.parentId}/${item.id}`,
    plan_pi: toPeriod(item.piId, place),
    plan_iteration: toPeriod(item.iterationId, place),
    plan_end_date: toInstant(item.planEnd),
    created_date: String(item.createdAt),
    modified_date: String(item.modifiedAt),
    status_modified_date: String(item.statusModifiedAt),
    close_time: toInstant(item.closedAt),
    workload_man_day: item.workloadManDays,
    sum_workload_man_day: item.workloadManDays,
    is_suspended: {
      id: isSuspended ? "1" : "0",
      value: String(isSuspended),
      display_value: isSuspended ? "Yes" : "No",
      code: "is_suspended",
    },
    workitem2label: labels.map(({ id, title, color }) => ({
      id,
      title,
      color,
      category: item.category,
      label_type: IPD_TYPES[item.category],
    })),
    workitem2ganttchart: plansWith(item, { place, type: "gantt" }),
    workitem2mindmap: plansWith(item, { place, type: "mind" }),
    project: { id: place.project.id, name: place.project.name, project_id: place.project.id },
    ...extrasOf(item, place),
  };
}

/** The detail, and the list when it is asked for by name: with the planned start. */
export function toIssueDetail(item: IpdItem, place: IpdPlace) {
  return { ...toIssueVo(item, place), plan_start_date: toInstant(item.planStart) };
}

/** A branch of the tree call: status as its code, plans as their ids, children inside. */
export function toTreeBranch(
  item: IpdItem,
  { place, childrenOf }: { place: IpdPlace; childrenOf: (id: string) => IpdItem[] },
): unknown {
  return {
    id: item.id,
    number: item.number,
    title: item.title,
    description: item.description,
    type: IPD_TYPES[item.category],
    category: item.category,
    parent_id: item.parentId ?? "",
    status: item.statusCode,
    priority: item.priority,
    link: item.more["link"] ?? "",
    plan_pi: item.piId ?? "",
    plan_iteration: item.iterationId ?? "",
    plan_end_date: toInstant(item.planEnd),
    assignee: item.assigneeId === null ? null : { id: item.assigneeId, ...toPerson(item.assigneeId, place.store) },
    children: childrenOf(item.id).map((child) => toTreeBranch(child, { place, childrenOf })),
  };
}

/** A release or iteration of the plan service; its days are ms numbers here. */
export function toPlanVo(period: IpdPeriod, periods: IpdPeriod[]): unknown {
  const offsetMs = 8 * 3_600_000;
  return {
    id: period.id,
    title: period.title,
    category: period.category,
    status: period.status,
    baseline: "",
    state: "正在工作",
    plan_start_date: toDayNumber(period.begin) * DAY_MS - offsetMs,
    plan_end_date: toDayNumber(period.end) * DAY_MS - offsetMs,
    created_date: toDayNumber(period.begin) * DAY_MS - 30 * DAY_MS,
    parent_id: period.parentId ?? "",
    workload: "0.0",
    owner: "",
    children: periods.filter((child) => child.parentId === period.id).map((child) => toPlanVo(child, periods)),
  };
}
