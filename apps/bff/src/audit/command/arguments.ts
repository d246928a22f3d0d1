import type { AuditHead } from "@gantry/api-contract";

export type AuditArguments =
  | { action: "verify"; path: string | null; notedHeads: AuditHead[] }
  | { action: "export"; path: string | null };

export const USAGE = `Usage:
  audit verify [FILE or FOLDER] [--head NUMBER:HASH]…   checks the chain; a head noted elsewhere also proves its end
  audit export [FOLDER]                                 writes the whole chain to the standard output, a row a line

FILE is an export; FOLDER a data folder that no server is running on. Without either, the store is the one of the
settings: DATABASE_URL, or else DATA_DIR.
`;

/** Null where the words make no sense. */
export function parseAuditArguments(words: readonly string[]): AuditArguments | null {
  const [action, ...rest] = words;
  const notedHeads: AuditHead[] = [];
  const paths: string[] = [];
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index] ?? "";
    if (word === "--head") {
      const head = parseHead(rest[(index += 1)] ?? "");
      if (head === null) return null;
      notedHeads.push(head);
    } else if (word.startsWith("-")) return null;
    else paths.push(word);
  }
  const [path = null] = paths;
  if (paths.length > 1) return null;
  if (action === "verify") return { action, path, notedHeads };
  return action === "export" && notedHeads.length === 0 ? { action, path } : null;
}

/** As the command, the log and the export write it. */
export function formatHead({ number, hash }: AuditHead): string {
  return `${number}:${hash}`;
}

function parseHead(text: string): AuditHead | null {
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text);
  return match?.[1] === undefined || match[2] === undefined ? null : { number: Number(match[1]), hash: match[2] };
}
