import { createHash } from "node:crypto";
import type { AuditHead, AuditRow } from "@gantry/api-contract";

/** What a row says; `nonce` is random and its own, so that its hash lets nobody guess the rest. */
export type AuditContent = Omit<AuditRow, "hash"> & { nonce: string };

/** Where a chain without rows ends. */
export const EMPTY_HEAD: AuditHead = { number: 0, hash: "0".repeat(64) };

export function contentHashOf({
  number,
  at,
  kind,
  actor,
  projectId,
  changeSetId,
  requestId,
  detail,
  nonce,
}: AuditContent) {
  return sha256(toCanonicalJson({ number, at, kind, actor, projectId, changeSetId, requestId, detail, nonce }));
}

export function chainHashOf(row: { previousHash: string; number: number; contentHash: string }): string {
  return sha256(`${row.previousHash}\n${row.number}\n${row.contentHash}`);
}

/** JSON with sorted names and no spaces: one text for one value, as `jq -cS` writes it. */
function toCanonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) => (isRecord(inner) ? sorted(inner) : inner));
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  const names = Object.keys(record).toSorted();
  return Object.fromEntries(names.map((name) => [name, record[name]]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
