import type { OverviewPlan } from "@gantry/api-contract";
import { aPlan, aProject } from "@gantry/testkit";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { en } from "../../i18n/en/index.ts";
import { toOverviewCsv } from "./overview-csv.ts";
import { toRows } from "./plan-rows.ts";

const project = aProject({ name: '=HYPERLINK("http://x")' });
const plans: OverviewPlan[] = [
  {
    plan: aPlan({ id: "1", name: 'Ledger, "old"' }),
    readAt: Date.UTC(2026, 10, 22, 1),
    rollUp: {
      items: 5,
      done: 1,
      progress: 33.4,
      overdue: 3,
      unscheduled: 0,
      unassigned: 1,
      blocked: 2,
      start: "2026-11-02",
      end: null,
      changedAt: null,
      people: [{ person: { id: "u", numericId: null, name: "李娜" }, open: 2 }],
      peopleCount: 1,
      health: "late",
      reasons: [{ rule: "overdue", count: 3, days: 12 }],
    },
  },
  { plan: aPlan({ id: "2", name: "@unread", creator: null }), readAt: null, rollUp: null },
];

it("the file holds every plan with its numbers and reasons, and never a formula", () => {
  const rows = toRows({ projects: [{ project, plans, readAt: 1, error: null, isReading: false }], readAt: 1 });
  const lines: Record<string, string>[] = parse(toOverviewCsv(rows, en), { columns: true, bom: true });
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatchObject({
    Name: 'Ledger, "old"',
    Project: '\'=HYPERLINK("http://x")',
    Health: "Late",
    Why: "3 items past their end date, oldest 12 days",
    "Done %": "33",
    Overdue: "3",
    Blocked: "2",
    Start: "2026-11-02",
    End: "",
    "Most open work": "李娜: 2 open items",
    "Items read": "2026-11-22T01:00:00.000Z",
  });
  expect(lines[1]).toMatchObject({ Name: "'@unread", Health: "Items not read", Items: "", Creator: "" });
});
