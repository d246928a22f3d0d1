import type { DependencyType } from "@gantry/api-contract";

/** Links between work items, one for each pair and direction. Rows of another domain are another team's. */
export type DependencyTables = {
  dependencies: {
    domain_id: string;
    project_id: string;
    from_id: string;
    to_id: string;
    type: DependencyType;
    lag_days: number;
    /** Name of the person who drew it, or changed it last. */
    changed_by: string;
    changed_at: number;
  };
};
