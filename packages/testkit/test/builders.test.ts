import { memberSchema, planSchema, projectSchema, workItemSchema } from "@gantry/api-contract";
import { expect, test } from "vitest";
import { aMember, aPlan, aProject, aWorkItem } from "../src/index.ts";

test("what the builders make is valid by the contract", () => {
  expect(projectSchema["~standard"].validate(aProject())).toEqual({ value: aProject(), typed: true });
  expect(memberSchema["~standard"].validate(aMember())).toEqual({ value: aMember(), typed: true });
  expect(planSchema["~standard"].validate(aPlan())).toEqual({ value: aPlan(), typed: true });
  expect(workItemSchema["~standard"].validate(aWorkItem())).toEqual({ value: aWorkItem(), typed: true });
});

test("overrides win over what a builder chose", () => {
  expect(aWorkItem({ id: "7", title: "Seven" })).toMatchObject({ id: "7", number: "7", title: "Seven" });
});
