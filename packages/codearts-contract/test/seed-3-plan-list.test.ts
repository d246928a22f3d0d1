import * as v from "valibot";
import { expect, test } from "vitest";
import { planListBodySchema, planListSchema, readEnvelope } from "../src/index.ts";

const plan = {
  id: "bf56512ab4e544c29d03d068711ca56a",
  name: "Gantt test",
  type: "gantt",
  project_id: "919bb351ef424e2daaf3dd80c179fae9",
  creator: {
    user_id: "a360371833bf4c558f796fd707b44daf",
    domain_id: "4e919d73499648e3b0292cd3cbef806a",
    nick_name: "Sam",
    first_name: "devcloud_devcloud_s00404480_01",
  },
};
const later = {
  updater: plan.creator,
  created_on: "1749730042000",
  updated_on: "1749730527000",
  img_url: "/v1/upload/919bb351ef424e2daaf3dd80c179fae9/202506/1749730526922581391.png",
};
const exampleForm = {
  result: { plans: [{ ...plan, ...later }], total: "1", minds: "0", gantts: "1" },
  status: "success",
};
const tableForm = { plans: [{ result: plan, status: "success" }], total: 1, minds: 0, gantts: 1 };
const read = (body: unknown) => v.parse(planListSchema, readEnvelope(body).result);
const isAccepted = (value: unknown) => v.safeParse(planListBodySchema, value).success;

test("3.1 the example's form (under result) and the table's (top level, plans wrapped) read alike", () => {
  const { updater, created_on, updated_on, ...common } = read(exampleForm).plans[0] ?? {};
  expect(updater).not.toBeNull();
  expect([created_on, updated_on]).toEqual([1_749_730_042_000, 1_749_730_527_000]);
  expect(read(tableForm).plans[0]).toMatchObject(common);
  expect(common).toMatchObject(plan);
});

test("3.2 counts are whole numbers, whether they came as text or number", () => {
  expect(read(exampleForm)).toMatchObject({ total: 1, minds: 0, gantts: 1 });
  expect(read(tableForm)).toMatchObject({ total: 1, minds: 0, gantts: 1 });
  expect(read({ plans: [], total: "many", minds: "1.5", gantts: -1 })).toMatchObject({
    total: null,
    minds: null,
    gantts: null,
  });
});

test("3.3 updater, created_on, updated_on and img_url may be absent", () => {
  expect(read(tableForm).plans[0]).toMatchObject({ updater: null, created_on: null, updated_on: null });
});

test("3.4 page_no and page_size are always sent, 1–9999 and 1–200", () => {
  expect(isAccepted({ page_no: 1, page_size: 200 })).toBe(true);
  expect(isAccepted({ page_no: 9999, page_size: 1 })).toBe(true);
  for (const body of [
    {},
    { page_no: 0, page_size: 1 },
    { page_no: 10_000, page_size: 1 },
    { page_no: 1, page_size: 201 },
  ]) {
    expect(isAccepted(body)).toBe(false);
  }
});

test("3.7 sort may be left out or empty", () => {
  expect(isAccepted({ page_no: 1, page_size: 15, sort: "" })).toBe(true);
});

test("3.9 img_url is not passed on", () => {
  expect(JSON.stringify(read(exampleForm))).not.toContain("upload");
});

test("3.10 user ids are held to 32 letters or digits from end to end", () => {
  const id = "a360371833bf4c558f796fd707b44daf";
  expect(isAccepted({ page_no: 1, page_size: 15, user_ids: [id] })).toBe(true);
  expect(isAccepted({ page_no: 1, page_size: 15, user_ids: [`${id}/../x`] })).toBe(false);
});

test("an empty list may be null, or absent beside a count; without either the answer is wrong", () => {
  expect(read({ status: "success", result: { plans: null } }).plans).toEqual([]);
  expect(read({ status: "success", result: { total: "0" } }).plans).toEqual([]);
  expect(() => read({ status: "success", result: {} })).toThrow("Expected plans");
  expect(() => read({ status: "success" })).toThrow("Expected plans");
});
