import type { ShareKind } from "@gantry/api-contract";

/** Links and feeds that people made for readers without a session. */
export type ShareTables = {
  shares: {
    id: string;
    domain_id: string;
    user_id: string;
    user_name: string;
    kind: ShareKind;
    name: string;
    hides_json: string;
    /** Makes the ids of a feed's events where numbers are hidden. */
    salt: string;
    created_at: number;
    expires_at: number;
    revoked_at: number | null;
    opened: number;
    opened_at: number | null;
    /** When the audit log was last told of an opening. */
    noted_at: number | null;
  };
  /** The plans of a link, fixed when it was made. A person's feed has none. */
  share_plans: {
    share_id: string;
    position: number;
    project_id: string;
    plan_id: string;
    /** The project's name then: nobody's token reads it later. */
    project_name: string;
  };
};
