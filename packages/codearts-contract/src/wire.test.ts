import { expect, test } from "vitest";
import * as v from "valibot";
import { idText, readCount, readFlag, readId, readIds, readNamed, readNumber, readText } from "./wire.ts";

test("an id is text, whether it came as number or text", () => {
  expect(v.parse(idText, 9_191_020)).toBe("9191020");
  expect(v.parse(idText, "957294446158852096")).toBe("957294446158852096");
});

test("a number beyond 2^53 is no id: it was rounded already and names another item", () => {
  expect(readId(2 ** 53)).toBeNull();
  expect(v.safeParse(idText, 957_294_446_158_852_100).success).toBe(false);
});

test.each([null, undefined, "", "0", 0, -1, {}, [], 1.5, "null"])("%j is no id", (value) => {
  expect(readId(value)).toBeNull();
});

test.each([
  [
    { id: 3, name: "Closed" },
    { id: "3", name: "Closed" },
  ],
  [{ id: "3" }, { id: "3", name: "" }],
  [3, { id: "3", name: "" }],
  [{}, null],
  [null, null],
  [undefined, null],
  [{ id: null, name: "x" }, null],
])("the reference %j reads as %j", (value, read) => {
  expect(readNamed(value)).toEqual(read);
});

test("ids may be a list, comma-joined, or objects; repeats are dropped", () => {
  expect(readIds([1, "2", 2, { id: 3 }, null])).toEqual(["1", "2", "3"]);
  expect(readIds("1, 2,,2")).toEqual(["1", "2"]);
  expect(readIds(null)).toEqual([]);
});

test("numbers may be text, and are null where they are none", () => {
  expect([readNumber("3.5"), readNumber(2), readNumber(""), readNumber("x"), readNumber(null)]).toEqual([
    3.5,
    2,
    null,
    null,
    null,
  ]);
  expect([readCount("1"), readCount(0), readCount("-1"), readCount(1.5)]).toEqual([1, 0, null, null]);
});

test("blank text is nothing, a number is its digits", () => {
  expect([readText(" "), readText("a "), readText(7), readText({})]).toEqual([null, "a ", "7", null]);
});

test("flags come as booleans, numbers and text", () => {
  expect([true, 1, "1", "true"].map(readFlag)).toEqual([true, true, true, true]);
  expect([false, 0, "0", "no", null, undefined].map(readFlag)).toEqual([false, false, false, false, false, false]);
});
