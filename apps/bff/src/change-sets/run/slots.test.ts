import { expect, test } from "vitest";
import { createSlots } from "./slots.ts";

test("a small job overtakes the queue of a large one, and no more run at once than there are slots", async () => {
  const slots = createSlots(2);
  const order: string[] = [];
  let underWay = 0;
  let most = 0;
  const work = (name: string) => async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await Promise.resolve();
    order.push(name);
    underWay -= 1;
  };
  const large = Array.from({ length: 20 }, (_, index) => slots.run("large", work(`large ${index}`)));
  const small = [slots.run("small", work("small 0")), slots.run("small", work("small 1"))];
  await Promise.all([...large, ...small]);
  expect(order).toHaveLength(22);
  expect(most).toBe(2);
  expect(order.indexOf("small 0")).toBeLessThan(5);
  expect(order.indexOf("small 1")).toBeLessThan(7);
});

test("a failed call gives its slot back", async () => {
  const slots = createSlots(1);
  await expect(slots.run("a", () => Promise.reject(new Error("upstream")))).rejects.toThrow("upstream");
  expect(await slots.run("b", () => Promise.resolve("ran"))).toBe("ran");
});
