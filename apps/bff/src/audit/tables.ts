import type { AuditKind } from "@gantry/api-contract";

/** The audit log: rows are only ever added, each bound to the one before by its hash. */
export type AuditTables = {
  audit_rows: {
    /** Place in the chain, from 1 without gaps. */
    number: number;
    at: number;
    kind: AuditKind;
    /** All three null where nobody was signed in. */
    domain_id: string | null;
    user_id: string | null;
    user_name: string | null;
    project_id: string | null;
    change_set_id: string | null;
    request_id: string | null;
    detail_json: string;
    nonce: string;
    content_hash: string;
    previous_hash: string;
    hash: string;
  };
  /** One row, where the chain ends. Its update is what puts appenders in line. */
  audit_head: {
    id: number;
    number: number;
    hash: string;
  };
};
