import { expect, it } from "vitest";
import { windowOf } from "./use-row-window.ts";

it("always covers the view, with rows to spare on both sides", () => {
  for (let above = 0; above < 20_000; above += 37) {
    const { first, last } = windowOf({ above, height: 845, rowHeight: 36 });
    expect(first * 36).toBeLessThanOrEqual(above);
    expect(last * 36).toBeGreaterThanOrEqual(above + 845);
    expect(last - first).toBeLessThan(90);
  }
});
