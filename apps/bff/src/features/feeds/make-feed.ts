import { createHmac } from "node:crypto";
import type { WorkItem } from "@gantry/api-contract";
import { calendarEnd, calendarEvent, calendarStart } from "@gantry/schedule";
import { createBreath } from "../../breathe.ts";
import type { OpenShare, ShownPlan } from "../shares/open-share.ts";

/** How often calendars shall look again. */
const REFRESH_HOURS = 1;
const UID_LENGTH = 32;

type Dated = { item: WorkItem; plan: ShownPlan };

/**
 * A feed's dated items as whole-day events. An item without dates is no event: their number is told in the name of
 * the calendar, so that nobody takes the feed for the whole plan.
 * @param origin of Gantry's pages, for links back; null = none
 */
export async function makeFeed(share: OpenShare, { origin }: { origin: string | null }): Promise<string> {
  const items = await itemsOf(share);
  const dated = items.filter(({ item }) => item.start !== null || item.end !== null);
  const undated = items.length - dated.length;
  const breath = createBreath();
  const parts = [calendarStart({ name: nameOf(share, undated), refreshHours: REFRESH_HOURS })];
  for (const each of dated) {
    parts.push(toEvent(each, { share, origin }));
    await breath();
  }
  return [...parts, calendarEnd].join("");
}

/** Of a plan all that are nobody's parent there; of a person those that are theirs to do, each once. */
async function itemsOf({ row, plans }: OpenShare): Promise<Dated[]> {
  const found = new Map<string, Dated>();
  const breath = createBreath();
  for (const plan of plans) {
    const items = plan.known.items ?? [];
    const parents = new Set(items.flatMap(({ id, parentId }) => (parentId === id ? [] : [parentId])));
    for (const item of items) {
      if (parents.has(item.id)) continue;
      if (row.kind === "person-feed" && (item.assignee?.id !== row.user_id || item.status.phase === "done")) continue;
      const key = `${item.projectId}/${item.id}`;
      if (!found.has(key)) found.set(key, { item, plan });
    }
    await breath();
  }
  return [...found.values()];
}

function nameOf({ row, hides }: OpenShare, undated: number): string {
  const person = hides.includes("people") ? "" : row.user_name;
  const whose = row.kind === "person-feed" ? person : row.name;
  const name = whose === "" ? "Gantry" : `${whose} · Gantry`;
  return undated === 0 ? name : `${name} (+${undated} undated)`;
}

function toEvent({ item, plan }: Dated, { share, origin }: { share: OpenShare; origin: string | null }): string {
  const { hides, row } = share;
  const { plan: inPlan } = plan.known;
  const number = hides.includes("numbers") ? "" : ` ${item.number}`;
  const about = [
    inPlan.name,
    `${item.type}${number}: ${item.status.name}, ${Math.round(item.progress)} %`,
    ...(hides.includes("people") || item.assignee === null ? [] : [item.assignee.name]),
  ];
  return calendarEvent({
    uid: uidOf(item, { hidesNumbers: hides.includes("numbers"), salt: row.salt }),
    days: item,
    summary: hides.includes("titles") ? `${item.type}${number}` : item.title,
    description: about.join("\n"),
    category: item.type,
    // The address of a plan names ids, and opens nothing without a session.
    ...(origin !== null &&
      !hides.includes("numbers") && {
        url: new URL(`/projects/${item.projectId}/plans/${inPlan.id}`, origin).href,
      }),
    // No moment of writing: an unchanged feed stays the same to the byte.
    writtenAt: item.updatedAt ?? item.createdAt ?? 0,
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
  });
}

/** The item's own, as in an exported file; where numbers are hidden one that nobody can work it out from. */
function uidOf({ id, projectId }: WorkItem, { hidesNumbers, salt }: { hidesNumbers: boolean; salt: string }): string {
  if (!hidesNumbers) return `${id}@${projectId}.gantry`;
  return `${createHmac("sha256", salt).update(`${projectId}/${id}`).digest("hex").slice(0, UID_LENGTH)}@gantry`;
}
