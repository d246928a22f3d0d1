import { ipdStatusSchema, scrumStatusSchema } from "@gantry/codearts-contract";
import * as v from "valibot";
import { expect, test } from "vitest";
import { toIpdStatuses, toScrumPhase, toScrumStatus } from "./from-upstream.ts";

test("a Scrum status is named by `status_id`, not by its other key, and knows its types", () => {
  const wire = v.parse(scrumStatusSchema, { id: "f".repeat(32), status_id: 14, name: "Released", tracker_ids: [2, 7] });
  expect(toScrumStatus(wire)).toEqual({ id: "14", name: "Released", phase: "doing", itemTypes: ["task", "story"] });
});

test("an attribute that says a phase wins over the known id, and one that says none does not", () => {
  expect(toScrumPhase("1", { id: "3", name: "END" })).toBe("done");
  expect(toScrumPhase("1", { id: "2", name: "进行态" })).toBe("doing");
  expect(toScrumPhase("5", { id: "8", name: "whatever" })).toBe("done");
});

test("an IPD code that several categories share is one status of all of them", () => {
  const status = (code: string, belonging: string) =>
    v.parse(ipdStatusSchema, { id: "1", code, name: code.toUpperCase(), belonging });
  const statuses = toIpdStatuses([
    { category: "IR", statuses: [status("start", "START"), status("closed", "END")] },
    { category: "Bug", statuses: [status("start", "START"), status("test", "IN_PROGRESS")] },
  ]);
  expect(statuses).toEqual([
    { id: "start", name: "START", phase: "todo", itemTypes: ["IR", "Bug"] },
    { id: "closed", name: "CLOSED", phase: "done", itemTypes: ["IR"] },
    { id: "test", name: "TEST", phase: "doing", itemTypes: ["Bug"] },
  ]);
});
