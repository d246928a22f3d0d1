import type { Sprint } from "@gantry/api-contract";
import { expect, test } from "vitest";
import { en } from "../../i18n/en/index.ts";
import { formatOf } from "../../i18n/format.ts";
import { zhCN } from "../../i18n/zh-CN/index.ts";
import { createDraft, type DatesDraft } from "./draft.ts";
import { sayDates } from "./say-dates.ts";

const { dates: shiftByOne } = createDraft({ shared: [], byTypes: [] }, { startWith: "shift", firstDayOfWeek: 1 });
const sprint: Sprint = {
  id: "77",
  name: "Sprint 12",
  kind: "sprint",
  parentId: null,
  start: "2026-04-20",
  end: "2026-05-01",
  state: "running",
};
const context = { today: "2026-04-22" as const, sprints: [sprint] };
const inEnglish = (change: Partial<DatesDraft>) =>
  sayDates(
    { ...shiftByOne, ...change },
    { ...context, words: en, format: formatOf("en"), weekdays: ["Sunday", "Monday", "Tuesday"] },
  );

test.each([
  [{ how: "shift", workingDays: "-1" }, "Each starts and ends 1 working day earlier and keeps its length."],
  [{ how: "shift", workingDays: "0" }, ""],
  [{ how: "shift", workingDays: "many" }, ""],
  [{ how: "snap" }, "Each moves on to the Monday on or after its start and keeps its length."],
  [
    { how: "snap", toward: "nearest", weekday: 2 },
    "Each moves to the Tuesday nearest to its start and keeps its length.",
  ],
  [
    { how: "fit-sprint", sprint: "77" },
    "Each moves just enough to lie within Sprint 12 (20 Apr to 1 May). One that is longer takes all of it.",
  ],
  [
    { how: "scale", percent: "80", anchor: "2026-05-06" },
    "Each takes 80% of its working days, and starts at 80% of its distance from 6 May.",
  ],
  [{ how: "scale", percent: "5" }, ""],
  [{ how: "set", start: "2026-05-06" }, "All start on 6 May. Each keeps its end."],
  [{ how: "set" }, "Leave an end empty to keep it."],
] satisfies [Partial<DatesDraft>, string][])("says what %o will do", (change, said) => {
  expect(inEnglish(change)).toBe(said);
});

test("says it in Chinese, with the weekday and the days as they are written there", () => {
  const options = { ...context, words: zhCN, format: formatOf("zh-CN"), weekdays: ["星期日", "星期一"] };
  expect(sayDates({ ...shiftByOne, how: "snap" }, options)).toBe("每项推后到开始当天或之后的星期一，时长不变。");
  expect(sayDates({ ...shiftByOne, how: "scale", percent: "200" }, options)).toBe(
    "每项的工作日数变为 200%，与最早一天的距离也变为 200%。",
  );
});
