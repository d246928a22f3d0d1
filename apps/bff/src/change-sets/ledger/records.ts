import type {
  ChangeSetOrigin,
  ChangeSetState,
  FieldValue,
  ItemShape,
  Outcome,
  OutcomeReason,
  ProjectKind,
} from "@gantry/api-contract";
import type { Owner } from "../../session/session.ts";
import type { Wire } from "../compile/wire.ts";

/** A change set without its rows. */
export type ChangeSetRecord = {
  id: string;
  owner: Owner;
  createdBy: { id: string; numericId: string | null; name: string };
  idempotencyKey: string;
  origin: ChangeSetOrigin;
  state: ChangeSetState;
  projectId: string;
  projectName: string;
  projectKind: ProjectKind;
  planId: string | null;
  planName: string | null;
  createdAt: number;
  finishedAt: number | null;
  items: number;
  total: number;
  fields: string[];
  callsPlanned: number;
  callsSent: number;
  undoOf: string | null;
  undoneBy: string | null;
  /** Order of creation, from 1. */
  sequence: number;
  /** Grows with all that the ledger learns of it: of two readings, the higher is the newer. */
  revision: number;
};

/** A change set before it is stored. */
export type NewChangeSetRecord = Omit<
  ChangeSetRecord,
  "sequence" | "revision" | "undoneBy" | "callsSent" | "finishedAt"
>;

/** Why and how a row ended. */
export type Verdict = {
  outcome: Outcome;
  reason: OutcomeReason | null;
  upstreamCode?: string | null;
  upstreamMessage?: string | null;
  foundLabel?: string | null;
};

/** One change (a field of an item, or a link) as the ledger keeps it. */
export type RowRecord = {
  position: number;
  itemId: string;
  itemNumber: string;
  itemTitle: string;
  itemType: string;
  itemShape: ItemShape;
  field: string;
  from: FieldValue;
  to: FieldValue;
  fromLabel: string | null;
  toLabel: string | null;
  wire: Wire | null;
  outcome: Outcome;
  reason: OutcomeReason | null;
  upstreamCode: string | null;
  upstreamMessage: string | null;
  foundLabel: string | null;
  at: number | null;
  attempt: number;
  doubts: number;
  maybeSent: boolean;
  /** When it was last put to `sending`; epoch ms of the store's clock. */
  sentAt: number | null;
  /** Sends in which the process ended, and successors that found the last of them unsettled. */
  crashes: number;
  recoveries: number;
};

/** A row before it is stored. */
export type NewRow = Omit<
  RowRecord,
  | "upstreamCode"
  | "upstreamMessage"
  | "foundLabel"
  | "attempt"
  | "doubts"
  | "maybeSent"
  | "sentAt"
  | "crashes"
  | "recoveries"
>;
