import { describe, expect, it } from "vitest";
import { createAddressLimit } from "./address-limit.ts";

describe("the limit for each address", () => {
  it("weighs what is sent, so that large plans are opened less often than small ones", () => {
    let now = 0;
    const limit = createAddressLimit({ now: () => now });
    const open = (items: number) => {
      limit.ask("192.0.2.1");
      limit.send("192.0.2.1", { items });
    };
    for (let times = 0; times < 7; times += 1) open(30_000);
    expect(() => open(30_000)).toThrow("Too many");
    limit.ask("192.0.2.2");
    now = 60_000;
    open(30_000);
  });
});
