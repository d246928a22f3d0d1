import type { Person, Plan, ScrumItem, Simulator } from "@gantry/codearts-simulator";
import {
  addDays,
  chinaCalendar,
  countWorkingDays,
  createWorkingCalendar,
  type IsoDate,
  weekdayOf,
} from "@gantry/schedule";
import { datedItemsOf, isOpen, must, projectOf, scrumItemsOf } from "./world.ts";

const calendar = createWorkingCalendar(chinaCalendar);
const MONDAY = 1;

export type Overload = {
  /** Has 50 hours of 40 in the week: these two items, of 30 and 20 hours. */
  person: Person;
  items: readonly [ScrumItem, ScrumItem];
  /** A member with work on the plan, none of it in the week. */
  helper: Person;
  monday: IsoDate;
};

/** Gives somebody too much to do in a week of five working days, on one plan; must come before anybody reads it. */
export function overload(simulator: Simulator, plan: Plan): Overload {
  const monday = firstWholeWeek(simulator.clock.today());
  const friday = addDays(monday, 4);
  const [first, second, third] = datedItemsOf(simulator, plan).filter(isOpen);
  const items = [must(first, "open item"), must(second, "second open item")] as const;
  const people = projectOf(simulator, plan).members.map((member) => member.person);
  const [person, helper] = [must(people[1], "member"), must(people[2], "other member")];
  const { store } = simulator;
  for (const item of scrumItemsOf(simulator, plan))
    if ([person, helper].some(({ userNumber }) => userNumber === item.assigneeNumber))
      store.patchScrumItem(item.id, { assigneeNumber: must(people[3], "third member").userNumber });
  for (const [index, item] of items.entries())
    store.patchScrumItem(item.id, {
      assigneeNumber: person.userNumber,
      begin: monday,
      end: friday,
      doneRatio: 0,
      expectedHours: index === 0 ? 30 : 20,
    });
  store.patchScrumItem(must(third, "third open item").id, {
    assigneeNumber: helper.userNumber,
    begin: addDays(monday, 28),
    end: addDays(monday, 29),
    expectedHours: 8,
  });
  return {
    person,
    helper,
    monday,
    items: [must(store.scrumItem(items[0].id), "item"), must(store.scrumItem(items[1].id), "item")],
  };
}

/** "7 December 2026", as the page says days in full. */
export function longDay(day: IsoDate): string {
  const format = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return format.format(Date.parse(`${day}T00:00:00Z`));
}

/** The Monday of the first week after the next, that and the following without a day off but their weekends. */
function firstWholeWeek(today: IsoDate): IsoDate {
  let monday = addDays(today, ((MONDAY - weekdayOf(today) + 7) % 7) + 7);
  while (countWorkingDays({ start: monday, end: addDays(monday, 13) }, calendar) !== 10) monday = addDays(monday, 7);
  return monday;
}
