import type { IsoDate } from "@gantry/api-contract";

/** How a plan stood on a day, as Gantry saw it: what later days can't be told of anybody. */
export type TrendTables = {
  plan_days: {
    domain_id: string;
    project_id: string;
    plan_id: string;
    day: IsoDate;
    /** Leaves, and those of them that were done. */
    items: number;
    done: number;
    /** Mean progress of the leaves, 0–100. */
    progress: number;
    /** The last planned end. */
    planned_end: IsoDate | null;
    noted_at: number;
  };
};
