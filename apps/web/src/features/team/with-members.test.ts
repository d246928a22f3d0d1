import type { Load, Member } from "@gantry/api-contract";
import { expect, test } from "vitest";
import { withMembers } from "./with-members.ts";

const none = { items: 0, hours: 0, withoutHours: 0 };
const member = (name: string, numericId: string | null = null): Member => ({
  id: name.toLowerCase(),
  numericId,
  name,
  role: "Developer",
});
const load: Load = {
  today: "2026-04-13",
  weeks: [],
  people: [
    { person: member("Wang"), plans: 1, cells: [], unscheduled: none, later: none },
    // CodeArts may leave the long id of somebody out.
    { person: { id: "4093", numericId: "4093", name: "Sun" }, plans: 2, cells: [], unscheduled: none, later: none },
  ],
  projects: [
    { id: "a", name: "A", plans: [{ id: "1", name: "One" }] },
    { id: "b", name: "B", plans: [{ id: "2", name: "Two" }] },
  ],
  plans: 2,
  missing: { plans: 0, projects: 0 },
  readAt: null,
};
const team = {
  members: new Map([
    ["a", [member("Wang"), member("Sun", "4093"), member("An")]],
    ["b", [member("An"), member("Bo")]],
    ["c", [member("Hidden")]],
  ]),
  failed: [],
};
const namesWith = (filter: Parameters<typeof withMembers>[1]["filter"]) =>
  withMembers(load, { team, filter }).people.map(({ person }) => person?.name);

test("members without work stand once each behind those who have some, by whichever of their ids these are known", () => {
  expect(namesWith({})).toEqual(["Wang", "Sun", "An", "Bo"]);
  const idle = withMembers(load, { team, filter: {} }).people.at(-1);
  expect(idle).toEqual({
    person: { id: "bo", numericId: null, name: "Bo" },
    plans: 0,
    cells: [],
    unscheduled: none,
    later: none,
  });
});

test("of chosen projects or plans only those stand there who may be given their items", () => {
  expect(namesWith({ projects: ["b"] })).toEqual(["Wang", "Sun", "An", "Bo"]);
  expect(namesWith({ projects: ["a"] })).toEqual(["Wang", "Sun", "An"]);
  expect(namesWith({ plans: ["1"] })).toEqual(["Wang", "Sun", "An"]);
  expect(namesWith({ projects: ["a"], plans: ["2"] })).toEqual(["Wang", "Sun"]);
});
