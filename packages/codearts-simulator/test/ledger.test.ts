import { expect, test } from "vitest";
import type { ReceivedCall } from "../src/index.ts";
import { createRig } from "./rig.ts";

test("the ledger tells of every request as it comes in, until nobody wants to hear", async () => {
  const { as, simulator } = createRig();
  const call = await as("zhao.min");
  const heard: ReceivedCall[] = [];
  const leave = simulator.ledger.onReceived((received) => void heard.push(received));
  await call("GET", "/v4/user");
  expect(heard).toMatchObject([{ method: "GET", path: "/v4/user" }]);
  leave();
  await call("GET", "/v4/user");
  expect(heard).toHaveLength(1);
});
