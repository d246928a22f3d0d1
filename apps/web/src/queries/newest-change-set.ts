import type { ChangeSet } from "@gantry/api-contract";
import type { QueryClient } from "@tanstack/react-query";

const keyOf = (id: string) => ["change-sets", "newest", id] as const;

/**
 * Takes a reading of a change set in, and gives the newest that the page knows of: an answer or an event that was
 * overtaken on its way must not set progress back.
 */
export function keepNewest(client: QueryClient, read: ChangeSet): ChangeSet {
  const known = client.getQueryData<ChangeSet>(keyOf(read.id));
  if (known !== undefined && known.revision > read.revision) return known;
  client.setQueryData(keyOf(read.id), read);
  return read;
}
