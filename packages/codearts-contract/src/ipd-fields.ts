/** How a writable IPD field is written. Reads give objects, writes take ids or codes. */
export type IpdFieldForm =
  | "text"
  | "option" // value of an option; the list comes from the fields call
  | "status" // status code
  | "user" // { id: 32-hex user id }
  | "users" // [{ id }]
  | "instant" // ms since the epoch, as digits
  | "decimal" // text, at most one decimal
  | "integer"
  | "boolean"
  | "item" // work item id
  | "items" // work item ids, comma-joined
  | "plan" // PI or iteration id
  | "feature" // feature set id
  | "tags"; // [{ id }]

export const IPD_CATEGORIES = ["RR", "SF", "IR", "SR", "AR", "US", "Epic", "FE", "Task", "Bug"] as const;
export type IpdCategory = (typeof IPD_CATEGORIES)[number];

/** Ids of the categories in lookup paths. */
export const IPD_CATEGORY_IDS: Readonly<Record<IpdCategory, string>> = {
  RR: "10021",
  SF: "10065",
  IR: "10020",
  SR: "10022",
  AR: "10029",
  US: "10023",
  Epic: "10001",
  FE: "10028",
  Task: "10027",
  Bug: "10033",
};

/** Categories by the project's `model_id`. */
export const IPD_MODEL_CATEGORIES: Readonly<Record<string, readonly IpdCategory[]>> = {
  "10001": ["RR", "SF", "IR", "SR", "AR", "Task", "Bug"],
  "10002": ["RR", "SF", "IR", "US", "Task", "Bug"],
  "10003": ["RR", "Epic", "FE", "US", "Task", "Bug"],
};

export type IpdFieldSpec = {
  code: string;
  form: IpdFieldForm;
  /** Categories that have the field; "all" where the page names none. */
  categories: readonly IpdCategory[] | "all";
  /** Key that holds the value when the item is read, where it differs from `code`. */
  readAs?: string;
  minLength?: number;
  maxLength?: number;
  min?: number;
  max?: number;
  maxItems?: number;
  options?: readonly string[];
  /**
   * `both` = seed 4 and the newest SDK; `page` = only seed 4, may be ignored by now;
   * `sdk` = only the newest SDK. Either of the latter needs a read-back to be believed.
   */
  source: "both" | "page" | "sdk";
};

const REQUIREMENTS = ["IR", "SR", "AR", "US", "Epic", "FE"] as const;
const BREAKABLE = ["RR", "SF", "IR", "SR", "Epic", "FE"] as const;
const BUG = ["Bug"] as const;
const IR = ["IR"] as const;

const owner = (code: string): IpdFieldSpec => ({ code, form: "user", categories: "all", source: "both" });
const bugReason = (code: string): IpdFieldSpec => ({ code, form: "text", categories: BUG, source: "both" });

/**
 * Every field of seed 4's IssueEntity that may be written, and those that only the newest SDK has.
 * Left out as read-only (§9: 4.4, 4.6, 4.13): id, type, number, project_id, children, created_by/_time,
 * modified_by/_time, close_time, status_modified_time, baseline, change_status, break_status.
 * `category` goes with every call but changes nothing (4.5); custom fields go in `custom_fields`.
 */
export const IPD_WRITABLE_FIELDS: readonly IpdFieldSpec[] = [
  { code: "title", form: "text", categories: "all", minLength: 1, maxLength: 256, source: "page" },
  { code: "description", form: "text", categories: "all", minLength: 1, maxLength: 50_000, source: "both" },
  { code: "status", form: "status", categories: "all", minLength: 2, maxLength: 32, source: "both" },
  { code: "priority", form: "option", categories: "all", source: "both" },
  { code: "severity", form: "option", categories: BUG, source: "sdk" },
  { code: "assignee", form: "user", categories: "all", source: "both" },
  { code: "assigned_cc", form: "users", categories: "all", maxItems: 50, source: "both" },
  { code: "submitted_by", form: "users", categories: "all", source: "both" },
  { code: "recipient", form: "users", categories: ["RR"], source: "sdk" },
  { code: "plan_start_date", form: "instant", categories: "all", source: "sdk" },
  { code: "plan_end_date", form: "instant", categories: "all", source: "both" },
  { code: "expect_delivery_time", form: "instant", categories: ["RR"], source: "sdk" },
  { code: "plan_test_end_date", form: "instant", categories: REQUIREMENTS, source: "sdk" },
  { code: "expected_repair_date", form: "instant", categories: BUG, source: "both" },
  {
    code: "workload",
    form: "decimal",
    categories: "all",
    readAs: "workload_man_day",
    min: 0,
    max: 999_999_999.9,
    source: "both",
  },
  { code: "parent_id", form: "item", categories: "all", source: "both" },
  { code: "link", form: "items", categories: "all", maxItems: 50, maxLength: 2048, source: "both" },
  { code: "labels", form: "tags", categories: "all", readAs: "workitem2label", source: "both" },
  { code: "plan_pi", form: "plan", categories: "all", source: "both" },
  { code: "plan_iteration", form: "plan", categories: "all", source: "both" },
  { code: "feature_set", form: "feature", categories: "all", source: "both" },
  { code: "suspended", form: "boolean", categories: "all", readAs: "is_suspended", source: "page" },
  { code: "business_domain", form: "option", categories: "all", source: "both" },
  { code: "promised", form: "option", categories: ["RR"], source: "sdk" },
  { code: "security_level", form: "option", categories: BUG, source: "sdk" },
  { code: "related_network_security", form: "option", categories: REQUIREMENTS, source: "both" },
  { code: "need_break", form: "option", categories: BREAKABLE, source: "both" },
  { code: "no_break_reason", form: "text", categories: BREAKABLE, minLength: 0, maxLength: 512, source: "both" },
  { code: "collaboratives", form: "text", categories: REQUIREMENTS, minLength: 0, maxLength: 256, source: "page" },
  { code: "ir2feature", form: "item", categories: IR, source: "both" },
  { code: "ir2rr", form: "items", categories: IR, source: "both" },
  { code: "val_feature", form: "option", categories: REQUIREMENTS, source: "sdk" },
  { code: "function_scene", form: "option", categories: REQUIREMENTS, source: "sdk" },
  { code: "sys_no_develop_reason", form: "text", categories: ["RR"], source: "sdk" },
  { code: "found_pi", form: "plan", categories: BUG, source: "both" },
  { code: "found_iteration", form: "plan", categories: BUG, source: "both" },
  bugReason("reason_analysis"),
  { code: "repair_solution", form: "text", categories: BUG, minLength: 0, maxLength: 50_000, source: "both" },
  bugReason("test_report"),
  bugReason("sys_no_repair_reason"),
  bugReason("sys_activation_reason"),
  bugReason("sys_return_reason"),
  { code: "test_failures_times", form: "integer", categories: BUG, min: 0, source: "both" },
  {
    code: "close_type",
    form: "option",
    categories: BUG,
    options: ["problem_solved", "problem_to_requirement", "duplicate_problem", "not_a_problem"],
    source: "both",
  },
  owner("plan_owner"),
  owner("doing_owner"),
  owner("delivered_owner"),
  owner("checking_owner"),
  owner("test_owner"),
  owner("develop_owner"),
  owner("processing_owner"),
  owner("fixed_owner"),
  owner("researchanddevelop_owner"),
  owner("analyse_owner"),
];
