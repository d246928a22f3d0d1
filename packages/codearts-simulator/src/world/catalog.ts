import type { IpdCategory, TrackerId } from "./world-types.ts";

export const TRACKER_NAMES: Record<TrackerId, string> = { 2: "Task", 3: "Bug", 5: "Epic", 6: "Feature", 7: "Story" };

/** Phases as CodeArts' `status_attribute` and IPD's `belonging` tell them. */
export type Phase = "START" | "IN_PROGRESS" | "END";

/** `status_attribute` of the Scrum dialects. */
export const STATUS_ATTRIBUTES: Record<Phase, { id: number; name: string }> = {
  START: { id: 1, name: "Start" },
  IN_PROGRESS: { id: 2, name: "In progress" },
  END: { id: 3, name: "End" },
};

export const SCRUM_STATUSES: { id: number; uuid: string; name: string; phase: Phase }[] = [
  { id: 1, uuid: "0f1c7a7e5f7a4c13b1a6b0c1f8d3a001", name: "New", phase: "START" },
  { id: 2, uuid: "0f1c7a7e5f7a4c13b1a6b0c1f8d3a002", name: "In progress", phase: "IN_PROGRESS" },
  { id: 3, uuid: "0f1c7a7e5f7a4c13b1a6b0c1f8d3a003", name: "Resolved", phase: "IN_PROGRESS" },
  { id: 4, uuid: "0f1c7a7e5f7a4c13b1a6b0c1f8d3a004", name: "Testing", phase: "IN_PROGRESS" },
  { id: 5, uuid: "0f1c7a7e5f7a4c13b1a6b0c1f8d3a005", name: "Closed", phase: "END" },
  { id: 6, uuid: "0f1c7a7e5f7a4c13b1a6b0c1f8d3a006", name: "Rejected", phase: "END" },
];

export const PRIORITY_NAMES: Record<number, string> = { 1: "Low", 2: "Middle", 3: "High" };
export const SEVERITY_NAMES: Record<number, string> = { 10: "Critical", 11: "Important", 12: "Ordinary", 13: "Hint" };
export const DOMAIN_NAMES: Record<number, string> = {
  14: "Performance",
  15: "Function",
  16: "Reliability",
  17: "Network security",
  18: "Maintainability",
  19: "Other DFX",
  20: "Availability",
};

export const ROLE_NAMES: Record<number, string> = {
  [-1]: "Project creator",
  3: "Project manager",
  4: "Developer",
  5: "Test manager",
  6: "Tester",
  7: "Participant",
  8: "Viewer",
  9: "Operations manager",
};

export const IPD_CATEGORY_IDS: Record<IpdCategory, string> = {
  RR: "10021",
  SF: "10065",
  IR: "10020",
  SR: "10022",
  AR: "10029",
  Task: "10027",
  Bug: "10033",
};

/** The `type` that a category belongs to. */
export const IPD_TYPES: Record<IpdCategory, string> = {
  RR: "raw_requirement",
  SF: "feature",
  IR: "requirement",
  SR: "requirement",
  AR: "requirement",
  Task: "task",
  Bug: "bug",
};

export type IpdStatus = { id: string; code: string; name: string; phase: Phase };

const REQUIREMENT_STATUSES: IpdStatus[] = [
  { id: "10001", code: "start", name: "Initial", phase: "START" },
  { id: "10002", code: "plan", name: "Planning", phase: "IN_PROGRESS" },
  { id: "10003", code: "doing", name: "Implementing", phase: "IN_PROGRESS" },
  { id: "10004", code: "delivered", name: "Delivered", phase: "IN_PROGRESS" },
  { id: "10005", code: "checking", name: "Accepting", phase: "IN_PROGRESS" },
  { id: "10006", code: "closed", name: "Closed", phase: "END" },
];

const WORK_STATUSES: IpdStatus[] = [
  { id: "10001", code: "start", name: "Initial", phase: "START" },
  { id: "10003", code: "doing", name: "Implementing", phase: "IN_PROGRESS" },
  { id: "10007", code: "test", name: "Verifying", phase: "IN_PROGRESS" },
  { id: "10006", code: "closed", name: "Closed", phase: "END" },
];

export function ipdStatusesOf(category: IpdCategory): IpdStatus[] {
  return category === "Task" || category === "Bug" ? WORK_STATUSES : REQUIREMENT_STATUSES;
}

export type IpdOption = { id: string; value: string };

/** Options of a demo project's choice fields, by field code. */
export const IPD_OPTIONS: Record<string, IpdOption[]> = {
  priority: [
    { id: "881467547473300001", value: "Low" },
    { id: "881467547473300002", value: "Middle" },
    { id: "881467547473300003", value: "High" },
  ],
  severity: [
    { id: "881467547473300011", value: "Critical" },
    { id: "881467547473300012", value: "Major" },
    { id: "881467547473300013", value: "Minor" },
    { id: "881467547473300014", value: "Suggestion" },
  ],
  need_break: [
    { id: "881467547473300021", value: "yes" },
    { id: "881467547473300022", value: "no" },
  ],
  related_network_security: [
    { id: "881467547473300031", value: "yes" },
    { id: "881467547473300032", value: "no" },
  ],
  business_domain: [
    { id: "881467547473300041", value: "Metering" },
    { id: "881467547473300042", value: "Connectivity" },
    { id: "881467547473300043", value: "Field service" },
  ],
  close_type: [
    { id: "881467547473300051", value: "problem_solved" },
    { id: "881467547473300052", value: "problem_to_requirement" },
    { id: "881467547473300053", value: "duplicate_problem" },
    { id: "881467547473300054", value: "not_a_problem" },
  ],
  module: [
    { id: "956584293264568320", value: "Bootloader" },
    { id: "956584293264568321", value: "Radio" },
    { id: "956584293264568322", value: "Metrology" },
    { id: "956584293264568323", value: "Gateway" },
  ],
  c7073388365101674496: [
    { id: "881467547473321986", value: "North" },
    { id: "881467547473321987", value: "South" },
    { id: "881467547473321988", value: "Islands" },
  ],
};
