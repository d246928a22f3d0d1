import { expect, test } from "vitest";
import { pathOperators } from "./path-operators.ts";

const lines = (data: string) => pathOperators(data).trim().split("\n");

test("lines keep their places, absolute and relative alike", () => {
  expect(lines("M10 20H30V40L5 6z")).toEqual(["10 20 m", "30 20 l", "30 40 l", "5 6 l", "h"]);
  expect(lines("M10 20h20v20l-25-34z")).toEqual(["10 20 m", "30 20 l", "30 40 l", "5 6 l", "h"]);
});

test("pairs after a move are lines, and a new figure starts where the last one closed", () => {
  expect(lines("m1 1 2 2zl3 0")).toEqual(["1 1 m", "3 3 l", "h", "4 1 l"]);
});

test("a quadratic curve becomes the same cubic one", () => {
  expect(lines("M0 0Q3 0 3 3")).toEqual(["0 0 m", "2 0 3 1 3 3 c"]);
});

test("a smooth curve goes on in the direction of the one before it", () => {
  expect(lines("M0 0C0 4 2 4 4 4s4 0 4-4")).toEqual(["0 0 m", "0 4 2 4 4 4 c", "6 4 8 4 8 0 c"]);
  expect(lines("M1 1S2 3 4 4")).toEqual(["1 1 m", "1 1 2 3 4 4 c"]);
});

test("an arc goes the way its flags say and stays on its circle", () => {
  // A whole circle of radius 5 around 5,5, as the icons draw it.
  const curves = lines("M0 5a5 5 0 1 0 10 0a5 5 0 1 0 -10 0").slice(1);
  expect(curves).toHaveLength(4);
  const ends = curves.map((curve) => curve.split(" ").slice(4, 6).map(Number));
  expect(ends).toEqual([
    [5, 10],
    [10, 5],
    [5, 0],
    [0, 5],
  ]);
  expect(lines("M0 0A4 4 0 0 1 4 4")[1]).toMatch(/^2\.21 0 4 1\.79 4 4 c$/);
  expect(lines("M0 0A4 4 0 0 0 4 4")[1]).toMatch(/^0 2\.21 1\.79 4 4 4 c$/);
});
