import type { AuditDetail } from "@gantry/api-contract";
import { toSafeText } from "../safe-text.ts";

const MOST_CHARACTERS = 256;
/** Of one row's lists together; with all else a line stays below 16 KB. */
const MOST_LIST_BYTES = 12 * 1024;

/** Text that is safe in any log, page or terminal, and not long. */
export function toBoundedText(text: string): string {
  const short = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
  return toSafeText(short);
}

/** The same for a row's detail. What of a list is too much is counted as `<name>Left`. */
export function toBoundedDetail(detail: AuditDetail): AuditDetail {
  const bounded: AuditDetail = {};
  let bytesLeft = MOST_LIST_BYTES;
  for (const [name, value] of Object.entries(detail)) {
    if (!Array.isArray(value)) {
      bounded[name] = typeof value === "string" ? toBoundedText(value) : value;
      continue;
    }
    const kept: string[] = [];
    for (const text of value.map(toBoundedText)) {
      bytesLeft -= Buffer.byteLength(text) + 3;
      if (bytesLeft < 0) break;
      kept.push(text);
    }
    bounded[name] = kept;
    if (kept.length < value.length) bounded[`${name}Left`] = value.length - kept.length;
  }
  return bounded;
}
