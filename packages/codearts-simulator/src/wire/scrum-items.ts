import { chinaDateTimeOf, chinaMidnightOf, type IsoDate } from "../days.ts";
import type { SimulatorStore } from "../store.ts";
import {
  DOMAIN_NAMES,
  PRIORITY_NAMES,
  SCRUM_STATUSES,
  SEVERITY_NAMES,
  STATUS_ATTRIBUTES,
  TRACKER_NAMES,
} from "../world/catalog.ts";
import type { ScrumItem, ScrumProject } from "../world/world-types.ts";
import { toV2Person, toV4Person } from "./people.ts";

export type ItemPlace = { store: SimulatorStore; project: ScrumProject };

function partsOf(item: ScrumItem, { store, project }: ItemPlace) {
  const status = SCRUM_STATUSES.find((one) => one.id === item.statusId);
  const sprint = project.sprints.find((one) => one.id === item.sprintId);
  const module = project.modules.find((one) => one.id === item.moduleId);
  const parent = item.parentId === null ? undefined : store.scrumItem(item.parentId);
  return {
    tracker: { id: item.trackerId, name: TRACKER_NAMES[item.trackerId] },
    status: { id: item.statusId, name: status?.name ?? "" },
    attribute: STATUS_ATTRIBUTES[status?.phase ?? "START"],
    priority: { id: item.priorityId, name: PRIORITY_NAMES[item.priorityId] },
    severity: { id: item.severityId, name: SEVERITY_NAMES[item.severityId] },
    domain: item.domainId === null ? null : { id: item.domainId, name: DOMAIN_NAMES[item.domainId] },
    sprint: sprint === undefined ? null : { id: sprint.id, name: sprint.name },
    module: module === undefined ? null : { id: module.id, name: module.name },
    parent,
    assignee: item.assigneeNumber === null ? undefined : store.personByNumber(item.assigneeNumber),
    developer: item.developerNumber === null ? undefined : store.personByNumber(item.developerNumber),
    creator: store.personByNumber(item.creatorNumber),
  };
}

/** The item of v4 lists: days as `YYYY-MM-DD`, instants as China time without a zone, no description. */
export function toV4Item(item: ScrumItem, place: ItemPlace) {
  const parts = partsOf(item, place);
  return {
    id: item.id,
    name: item.title,
    tracker: parts.tracker,
    status: parts.status,
    priority: parts.priority,
    severity: parts.severity,
    domain: parts.domain,
    iteration: parts.sprint,
    module: parts.module,
    parent_issue: parts.parent === undefined ? null : { id: parts.parent.id, name: parts.parent.title },
    project: { project_id: place.project.id, project_name: place.project.name, project_num_id: place.project.number },
    begin_time: item.begin,
    end_time: item.end,
    created_time: chinaDateTimeOf(item.createdAt),
    updated_time: chinaDateTimeOf(item.updatedAt),
    closed_time: item.closedAt === null ? null : chinaDateTimeOf(item.closedAt),
    done_ratio: item.doneRatio,
    expected_work_hours: item.expectedHours,
    actual_work_hours: item.actualHours,
    assigned_user: parts.assignee === undefined ? null : toV4Person(parts.assignee),
    developer: parts.developer === undefined ? null : toV4Person(parts.developer),
    creator: parts.creator === undefined ? null : toV4Person(parts.creator),
    assigned_cc_user: [],
    custom_fields: [],
    new_custom_fields: [],
    deleted: false,
  };
}

/** The item of the v4 detail call and of the update's answer. */
export function toV4Detail(item: ScrumItem, place: ItemPlace) {
  return {
    ...toV4Item(item, place),
    description: item.description,
    story_point: null,
    accessories: [],
    tag_list: null,
  };
}

function toMs(day: IsoDate | null): string | null {
  return day === null ? null : String(chinaMidnightOf(day));
}

/** IssueNew of the v2 dialect, which every plan listing speaks: instants and days as ms strings, title as `subject`. */
export function toV2Item(item: ScrumItem, place: ItemPlace) {
  const parts = partsOf(item, place);
  return {
    id: item.id,
    subject: item.title,
    tracker: parts.tracker,
    status: parts.status,
    status_attribute: parts.attribute,
    severity: parts.severity,
    priority: parts.priority,
    story_point: null,
    done_ratio: item.doneRatio,
    start_date: toMs(item.begin),
    due_date: toMs(item.end),
    created_on: String(item.createdAt),
    updated_on: String(item.updatedAt),
    closed_on: item.closedAt === null ? null : String(item.closedAt),
    assigned_to: parts.assignee === undefined ? null : toV2Person(parts.assignee, "assignedNickName"),
    author: parts.creator === undefined ? null : toV2Person(parts.creator, "authorNickName"),
    developer: parts.developer === undefined ? {} : { id: parts.developer.userNumber, name: parts.developer.userName },
    assigned_cc_user: [],
    project: { id: place.project.number, identifier: place.project.id, name: place.project.name, type: "scrum" },
    fixed_version: parts.sprint ?? {},
    module: parts.module ?? {},
    domain: parts.domain ?? {},
    parent_issue: parts.parent === undefined ? {} : { id: parts.parent.id, subject: parts.parent.title },
    parent_issue_id: item.parentId,
    isParent: place.store.hasChildren(item.id),
    expected_work_hours: item.expectedHours,
    actual_work_hours: item.actualHours,
    order: {},
    position: String(item.id),
    closed_flag: parts.attribute.id === 3 ? 1 : 0,
    is_watcher: false,
    is_archived: place.project.isArchived,
    deleted: false,
    custom_value_new: {},
  };
}
