import { IPD_OPTIONS } from "./catalog.ts";
import type { IpdCategory } from "./world-types.ts";

type IpdFieldType =
  | "text"
  | "richtext"
  | "user"
  | "multi_user"
  | "date"
  | "number"
  | "select"
  | "multi_select"
  | "plan"
  | "label";

/** A field of an IPD work item, as the field lists describe it. */
export type IpdField = {
  code: string;
  displayName: string;
  type: IpdFieldType;
  isRequired: boolean;
  /** Categories that have it; empty = all. */
  categories: IpdCategory[];
};

const REQUIREMENTS: IpdCategory[] = ["RR", "SF", "IR", "SR", "AR"];

type Row = [code: string, displayName: string, type: IpdFieldType, categories?: IpdCategory[], isRequired?: boolean];

const ROWS: Row[] = [
  ["title", "Title", "text", [], true],
  ["description", "Description", "richtext"],
  ["status", "Status", "select"],
  ["assignee", "Assigned to", "user"],
  ["priority", "Priority", "select"],
  ["plan_start_date", "Planned start", "date"],
  ["plan_end_date", "Planned end", "date"],
  ["plan_pi", "Release plan", "plan"],
  ["plan_iteration", "Iteration plan", "plan"],
  ["workload", "Workload (person-days)", "number"],
  ["assigned_cc", "CC", "multi_user"],
  ["labels", "Tags", "label"],
  ["module", "Module", "select"],
  ["business_domain", "Domain", "select", REQUIREMENTS],
  ["need_break", "To be broken down", "select", REQUIREMENTS],
  ["no_break_reason", "Reason for not breaking down", "text", REQUIREMENTS],
  ["related_network_security", "Network security", "select", REQUIREMENTS],
  ["expect_delivery_time", "Expected delivery", "date", ["RR"]],
  ["severity", "Severity", "select", ["Bug"], true],
  ["expected_repair_date", "Expected fix", "date", ["Bug"]],
  ["found_pi", "Found in release", "plan", ["Bug"]],
  ["found_iteration", "Found in iteration", "plan", ["Bug"]],
  ["reason_analysis", "Cause", "richtext", ["Bug"]],
  ["repair_solution", "Solution", "richtext", ["Bug"]],
  ["close_type", "Closure type", "select", ["Bug"]],
  ["test_failures_times", "Failed regressions", "number", ["Bug"]],
  ["c7073388365101674496", "Sales region", "multi_select"],
  ["c7148504958125613056", "Contract number", "text"],
];

export const IPD_FIELDS: IpdField[] = ROWS.map(([code, displayName, type, categories = [], isRequired = false]) => ({
  code,
  displayName,
  type,
  isRequired,
  categories,
}));

/** FieldVO of the IPD dialect. */
export function toFieldVo(field: IpdField, index: number) {
  const options = (IPD_OPTIONS[field.code] ?? []).map((option, sequence) => ({
    id: option.id,
    code: field.code,
    display_value: option.value,
    value: option.value,
    level: 1,
    sequence,
    parent_id: "",
  }));
  return {
    id: `9565843000000000${String(10 + index)}`,
    code: field.code,
    display_name: field.displayName,
    field_type: field.type,
    field_type_name: field.type,
    definition_type: /^c\d+$/.test(field.code) ? "project" : "system",
    optional: !field.isRequired,
    controlled: false,
    immutable: false,
    no: index,
    default_value: "",
    option: options,
    all_options: options,
  };
}
