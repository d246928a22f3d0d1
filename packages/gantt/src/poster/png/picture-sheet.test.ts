import { expect, test } from "vitest";
import { pictureSheet } from "./picture-sheet.ts";

test("a plan that fits is one picture", () => {
  expect(pictureSheet({ width: 2_000, height: 4_000 }, 2)).toBeNull();
});

test.each([
  [{ width: 40_000, height: 600 }, 1],
  [{ width: 9_000, height: 600 }, 2],
  [{ width: 5_000, height: 240_000 }, 1],
  [{ width: 5_000, height: 240_000 }, 2],
  [{ width: 8_100, height: 8_100 }, 1],
])("a plan of %j at %d× is cut into pictures that every browser can hold", (whole, pixelRatio) => {
  const sheet = pictureSheet(whole, pixelRatio);
  const [width, height] = [(sheet?.width ?? Infinity) * pixelRatio, (sheet?.height ?? Infinity) * pixelRatio];
  expect(Math.max(width, height)).toBeLessThanOrEqual(16_384);
  expect(width * height).toBeLessThanOrEqual(64_000_000);
});
