import type { Member, Person } from "@gantry/api-contract";
import type { IpdPerson, IpdUser, LegacyPerson, PlanPerson, ScrumMember, ScrumPerson } from "@gantry/codearts-contract";

/** People by their numeric id: Scrum items may leave the 32-hex id out. */
export type PeopleByNumber = ReadonlyMap<string, Person>;

export function toMember(wire: ScrumMember | IpdUser): Member {
  const name = wire.nick_name ?? wire.user_name ?? wire.user_id;
  return { id: wire.user_id, numericId: wire.user_num_id, name, role: wire.role_name ?? "" };
}

export function byNumber(members: readonly Member[]): PeopleByNumber {
  const people = new Map<string, Person>();
  for (const { id, numericId, name } of members) if (numericId !== null) people.set(numericId, { id, numericId, name });
  return people;
}

/** A person of a v4 item: known members win, since the item's own 32-hex id may be empty. */
export function fromScrumPerson(wire: ScrumPerson | null, people: PeopleByNumber): Person | null {
  if (wire === null) return null;
  return toPerson({ id: wire.user_id, numericId: wire.user_num_id, names: [wire.nick_name, wire.name] }, people);
}

/** A person of a v2 item: `identifier` is the 32-hex id. */
export function fromLegacyPerson(wire: LegacyPerson | null, people: PeopleByNumber): Person | null {
  if (wire === null) return null;
  return toPerson({ id: wire.identifier, numericId: wire.id, names: [wire.nick_name, wire.name] }, people);
}

export function fromIpdPerson(wire: IpdPerson | null): Person | null {
  if (wire === null) return null;
  const name = wire.nick_name ?? wire.user_name ?? wire.user_id;
  return { id: wire.user_id, numericId: wire.user_num_id, name };
}

/** Creator or updater of a plan; null where the answer names nobody. */
export function fromPlanPerson(wire: PlanPerson | null): Person | null {
  if (wire === null || wire.user_id === null) return null;
  return { id: wire.user_id, numericId: null, name: wire.nick_name ?? wire.first_name ?? wire.user_id };
}

type Parts = { id: string | null; numericId: string | null; names: readonly (string | null)[] };

function toPerson({ id, numericId, names }: Parts, people: PeopleByNumber): Person | null {
  const known = numericId === null ? undefined : people.get(numericId);
  if (known !== undefined) return known;
  const anyId = id ?? numericId;
  if (anyId === null) return null;
  return { id: anyId, numericId, name: names.find((name) => name !== null) ?? anyId };
}
