/** What CodeArts last told. Everything here can be read again; rows of another domain are another team's. */
export type MirrorTables = {
  mirror_projects: {
    domain_id: string;
    project_id: string;
    /** Grows with each transaction that writes rows of the project; they carry it. */
    version: number;
    /** Changes up to this instant of CodeArts' clock are in; null before anything was read. */
    cursor_at: number | null;
    /** When `cursor_at` was first seen; by Gantry's clock, as all that follow. */
    cursor_seen_at: number;
    /** 1 = a look at changes began long enough after that: nothing older can still turn up. */
    is_settled: number;
    /** When the last complete look at changes began. */
    fed_at: number | null;
    /** How often Gantry itself changed something, and how many of these the last look came after. */
    touches: number;
    seen_touches: number;
    touched_at: number;
    /** When CodeArts was last found not to tell changes. */
    refused_at: number | null;
    /** When every item of the project was last read. */
    all_read_at: number | null;
    /** When somebody last looked; what nobody looks at is forgotten. */
    seen_at: number;
  };
  mirror_plans: {
    domain_id: string;
    project_id: string;
    plan_id: string;
    /** Null for one that is gone. */
    plan_json: string | null;
    item_ids_json: string;
    /** When reading the list of its items began. */
    read_at: number;
    /** How often Gantry itself changed what is on the plan, and how many of these the last reading came after. */
    dirties: number;
    seen_dirties: number;
    version: number;
  };
  mirror_items: {
    domain_id: string;
    project_id: string;
    item_id: string;
    /** The item's own last change in whole seconds, as the coarser of CodeArts' dialects tells it; 0 = not told. */
    changed_s: number;
    /** Null for one that is gone. */
    body_json: string | null;
    version: number;
  };
  /** Which plans somebody's own token was last told of. */
  mirror_sights: {
    user_id: string;
    domain_id: string;
    project_id: string;
    plans_json: string;
    listed_at: number;
  };
};
