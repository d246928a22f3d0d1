import type { Generated } from "kysely";
import type {
  ChangeSetOrigin,
  ChangeSetState,
  ItemShape,
  Outcome,
  OutcomeReason,
  ProjectKind,
} from "@gantry/api-contract";

/** The ledger: what was agreed to, and what became of it. Columns named `_json` hold JSON text. */
export type ChangeSetTables = {
  change_sets: {
    id: string;
    user_id: string;
    domain_id: string;
    user_numeric_id: string | null;
    user_display_name: string;
    /** The creator's own key; creating again with it gives the same change set. */
    idempotency_key: string;
    origin: ChangeSetOrigin;
    state: ChangeSetState;
    project_id: string;
    project_name: string;
    project_kind: ProjectKind;
    plan_id: string | null;
    plan_name: string | null;
    created_at: number;
    finished_at: number | null;
    items: number;
    total: number;
    fields_json: string;
    calls_planned: number;
    calls_sent: number;
    undo_of: string | null;
    undone_by: string | null;
    /** Order of creation, from 1: instants can be equal. */
    sequence: number;
    /** Grows with each transaction that changes the change set or its rows. */
    revision: number;
    /** The process that works it off; null = nobody. */
    lease_holder: string | null;
    /** Epoch ms of the store's clock; later, others may take the change set over. */
    lease_until: number | null;
    /** Grows whenever a lease is taken: a holder whose fence is not this one any more may write nothing. */
    fence: number;
    /** Its outcomes are being deleted, or are, since their time was up; null = they are there. */
    purge: "deleting" | "done" | null;
    /** Its `Tally` since it finished; null = count its rows. */
    tally_json: string | null;
  };
  change_rows: {
    change_set_id: string;
    /** Order in which the changes were agreed to, from 0. */
    position: number;
    item_id: string;
    item_number: string;
    item_title: string;
    item_type: string;
    item_shape: ItemShape;
    field: string;
    from_json: string;
    to_json: string;
    from_label: string | null;
    to_label: string | null;
    /** How the change is written upstream; null when it cannot be. */
    wire_json: string | null;
    outcome: Outcome;
    reason: OutcomeReason | null;
    upstream_code: string | null;
    upstream_message: string | null;
    found_label: string | null;
    /** When the outcome was settled. */
    at: number | null;
    /** Times that it was sent; never goes back. */
    attempt: number;
    /** Sends since the person last asked whose effect was in doubt and then read back as not applied. */
    doubts: number;
    /** 1 = some send may have been carried out without our seeing it. */
    maybe_sent: number;
    /** When it was last put to `sending`; epoch ms of the store's clock. */
    sent_at: number | null;
    /** Sends in which the process that sent it ended. */
    crashes: Generated<number>;
    /** The `attempt` whose crash was counted last. */
    crashed_attempt: Generated<number>;
    /** Successors that found it unsettled since that crash. */
    recoveries: Generated<number>;
  };
};
