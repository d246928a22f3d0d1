import type { Status, StatusPhase } from "@gantry/api-contract";
import type { IpdStatus, Named, ScrumStatus } from "@gantry/codearts-contract";
import { toItemType } from "../work-items/item-types.ts";

/** Statuses that every Scrum project starts with: new, in progress, resolved, testing, closed, rejected. */
const SYSTEM_PHASES: Readonly<Record<string, StatusPhase>> = {
  "1": "todo",
  "2": "doing",
  "3": "doing",
  "4": "doing",
  "5": "done",
  "6": "done",
};

const PHASE_WORDS: readonly { phase: StatusPhase; words: RegExp }[] = [
  { phase: "todo", words: /^(?:start|todo|new|开始)/i },
  { phase: "doing", words: /^(?:in[ _-]?progress|doing|进行)/i },
  { phase: "done", words: /^(?:end|done|closed?|finish|结束|完成)/i },
];

/**
 * The phase of a Scrum status: by its attribute where that says one, else by the known ids.
 * A tenant's own status of which nothing is known counts as under way: neither hidden as done nor taken for untouched.
 */
export function toScrumPhase(statusId: string | null, attribute: Named | null): StatusPhase {
  return phaseOfWord(attribute?.name) ?? SYSTEM_PHASES[statusId ?? ""] ?? "doing";
}

/** The phase of an IPD status, from `belonging` (START, IN_PROGRESS, END). */
export function toIpdPhase(belonging: string | null): StatusPhase | null {
  return phaseOfWord(belonging);
}

export function toScrumStatus(wire: ScrumStatus): Status {
  return {
    id: wire.status_id,
    name: wire.name,
    phase: toScrumPhase(wire.status_id, wire.status_attribute),
    itemTypes: (wire.tracker_ids ?? []).map((id) => toItemType({ id, name: "" }).type),
  };
}

/** Statuses of several categories as one list: a code that they share is one status of all of them. */
export function toIpdStatuses(lists: readonly { category: string; statuses: readonly IpdStatus[] }[]): Status[] {
  const statuses = new Map<string, Status>();
  for (const { category, statuses: ofCategory } of lists) {
    for (const { code, name, belonging } of ofCategory) {
      const id = code ?? name;
      const known = statuses.get(id) ?? { id, name, phase: toIpdPhase(belonging) ?? "doing", itemTypes: [] };
      statuses.set(id, { ...known, itemTypes: [...known.itemTypes, category] });
    }
  }
  return [...statuses.values()];
}

function phaseOfWord(word: string | null | undefined): StatusPhase | null {
  if (word == null) return null;
  return PHASE_WORDS.find(({ words }) => words.test(word.trim()))?.phase ?? null;
}
