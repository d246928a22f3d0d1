import { describe, expect, it } from "vitest";
import { findEntries, type PaletteEntry, type PaletteGroup } from "./palette-entries.ts";

const entry = (title: string, group: PaletteGroup = "plans", hint?: string): PaletteEntry => ({
  id: title,
  group,
  icon: "gantt",
  title,
  target: { kind: "action", run: () => undefined },
  ...(hint === undefined ? {} : { hint }),
});
const found = (entries: readonly PaletteEntry[], search: string) =>
  findEntries(entries, search).map(({ group, entries: items }) => [group, items.map(({ title }) => title)]);

describe("the command palette", () => {
  it("puts titles that begin with the search first, then those with a word that does", () => {
    const entries = [entry("Ultrasonic meter"), entry("Parameters"), entry("Meter gateway")];
    expect(found(entries, "met")).toEqual([["plans", ["Meter gateway", "Ultrasonic meter", "Parameters"]]]);
  });

  it("finds by several words over title and hint", () => {
    const entries = [entry("Checkout", "plans", "Atlas"), entry("Checkout", "plans", "Fleet")];
    expect(findEntries(entries, "fleet check")[0]?.entries).toEqual([entries[1]]);
  });

  it("keeps the groups in one order and leaves empty ones out", () => {
    expect(found([entry("a", "actions"), entry("a", "pages")], "a").map(([group]) => group)).toEqual([
      "pages",
      "actions",
    ]);
    expect(findEntries([entry("a")], "zzz")).toEqual([]);
  });
});
