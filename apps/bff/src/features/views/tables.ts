import type { ViewKind } from "@gantry/api-contract";

/** Filters of pages under a name. */
export type ViewTables = {
  views: {
    id: string;
    domain_id: string;
    user_id: string;
    /** The owner's name when it was last changed. */
    user_name: string;
    kind: ViewKind;
    name: string;
    search: string;
    is_shared: number;
    created_at: number;
    updated_at: number;
  };
  /** Which view a page opens with; a colleague's may stop being shared, and is none then. */
  default_views: {
    domain_id: string;
    user_id: string;
    kind: ViewKind;
    view_id: string;
  };
};
