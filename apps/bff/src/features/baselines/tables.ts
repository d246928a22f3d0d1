import type { IsoDate } from "@gantry/api-contract";

/** A plan's dates as they were. Rows of another domain are another team's. */
export type BaselineTables = {
  baselines: {
    id: string;
    domain_id: string;
    project_id: string;
    plan_id: string;
    name: string;
    created_by: string;
    created_at: number;
    /** Items with at least one date. */
    items: number;
    /** Order of creation within the plan, from 1: instants can be equal. */
    sequence: number;
  };
  baseline_dates: {
    baseline_id: string;
    item_id: string;
    start_day: IsoDate | null;
    end_day: IsoDate | null;
  };
};
