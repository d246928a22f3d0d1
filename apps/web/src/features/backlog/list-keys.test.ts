import { expect, test } from "vitest";
import { listKeys } from "./list-keys.ts";

const at = { index: 5, count: 100, page: 20 };
const press = (key: string, keys: { shift?: boolean; ctrl?: boolean } = {}) =>
  listKeys({ key, shiftKey: keys.shift === true, ctrlKey: keys.ctrl === true, metaKey: false }, at);

test("arrows, Page, Home and End move within the list and never past its ends", () => {
  expect(press("ArrowDown")).toEqual({ kind: "move", index: 6 });
  expect(press("PageUp")).toEqual({ kind: "move", index: 0 });
  expect(press("End")).toEqual({ kind: "move", index: 99 });
});

test("Shift with any of them extends the selection", () => {
  expect(press("PageDown", { shift: true })).toEqual({ kind: "extend", index: 25 });
  expect(press("End", { shift: true })).toEqual({ kind: "extend", index: 99 });
});

test("Space or X flips one row, Ctrl+A takes all, Escape lets go, Enter goes on", () => {
  expect(press(" ")).toEqual({ kind: "toggle", index: 5 });
  expect(press("x")).toEqual({ kind: "toggle", index: 5 });
  expect(press("x", { ctrl: true })).toBeNull();
  expect(press("a", { ctrl: true })).toEqual({ kind: "all" });
  expect(press("Escape")).toEqual({ kind: "none" });
  expect(press("Enter")).toEqual({ kind: "submit" });
});

test("a letter alone does nothing", () => {
  expect(press("a")).toBeNull();
});
