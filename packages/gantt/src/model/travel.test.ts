import { describe, expect, test } from "vitest";
import { createTravel, steadySpeed } from "./travel.ts";

describe("the speed of a view", () => {
  test("is what two moves in a row have in common: a leap or a turn is none", () => {
    expect(steadySpeed(20, 30)).toBe(20);
    expect(steadySpeed(-40, -20)).toBe(-20);
    expect(steadySpeed(5_000, 0)).toBe(0);
    expect(steadySpeed(20, -20)).toBe(0);
  });

  test("is followed from place to place and ends with the first rest", () => {
    const travel = createTravel();
    expect([500, 1_000, 1_400, 1_400, 1_500].map(travel.to)).toEqual([0, 500, 400, 0, 0]);
  });
});
