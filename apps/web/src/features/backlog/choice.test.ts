import { expect, test } from "vitest";
import { addRows, allMatching, type Choice, countChosen, isChosen, NOTHING, onlyRows, pickRow } from "./choice.ts";

const order = ["a", "b", "c", "d", "e"];
const plain = { order, shift: false, toggle: false };
const toggle = { ...plain, toggle: true };
const all = allMatching("login");

function exceptions(choice: Choice): string[] {
  return choice.kind === "all" ? [...choice.exceptIds] : ["not all"];
}

test("all that match are chosen, however many, and no id is held", () => {
  expect(countChosen(all, 12_480)).toBe(12_480);
  expect(isChosen(all, "a row that was never loaded")).toBe(true);
  expect(JSON.stringify(all)).not.toContain("row");
});

test("flipping a row makes it an exception, and flipping it again takes it back in", () => {
  const butB = pickRow(all, { ...toggle, id: "b" });
  expect(isChosen(butB, "b")).toBe(false);
  expect(isChosen(butB, "a")).toBe(true);
  expect(countChosen(butB, 12_480)).toBe(12_479);
  expect(exceptions(pickRow(butB, { ...toggle, id: "b" }))).toEqual([]);
});

test("a plain click or a range by Shift chooses those rows and lets go of all others", () => {
  expect(pickRow(all, { ...plain, id: "c" })).toEqual({ kind: "some", ids: new Set(["c"]), anchorId: "c" });
  const anchored = pickRow(all, { ...toggle, id: "b" });
  const range = pickRow(anchored, { ...plain, shift: true, id: "d" });
  expect(range).toEqual({ kind: "some", ids: new Set(["b", "c", "d"]), anchorId: "b" });
});

test("Shift with Ctrl takes a range of exceptions back in", () => {
  const butThree = ["b", "c", "d"].reduce((choice: Choice, id) => pickRow(choice, { ...toggle, id }), all);
  expect(exceptions(pickRow(butThree, { ...toggle, shift: true, id: "c" }))).toEqual(["b"]);
});

test("rows that are added to all are exceptions no more", () => {
  const butTwo = ["b", "c"].reduce((choice: Choice, id) => pickRow(choice, { ...toggle, id }), all);
  expect(exceptions(addRows(butTwo, ["c", "e"]))).toEqual(["b"]);
  expect(onlyRows(butTwo, ["e"])).toMatchObject({ kind: "some", ids: new Set(["e"]) });
});

test("single rows are counted by themselves, whatever matches", () => {
  const two = pickRow(pickRow(NOTHING, { ...toggle, id: "a" }), { ...toggle, id: "z" });
  expect(countChosen(two, 0)).toBe(2);
  expect(countChosen({ ...all, exceptIds: new Set(["a", "b"]) }, 1)).toBe(0);
});
