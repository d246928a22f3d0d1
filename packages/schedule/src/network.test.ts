import { describe, expect, test } from "vitest";
import fc from "fast-check";
import type { LinkEnds } from "./link-graph.ts";
import { createNetwork } from "./network.ts";
import { findRing, findRings } from "./rings.ts";

const link = (fromId: string, toId: string): LinkEnds => ({ fromId, toId });
const chain = (length: number) => Array.from({ length }, (_, index) => link(`${index}`, `${index + 1}`));
const named = (...pairs: string[]) => pairs.map((pair) => link(pair[0] ?? "", pair[1] ?? ""));

describe("a network", () => {
  test("gives an item's links in the order in which they came, and none for an item without", () => {
    const links = named("ab", "cb", "ac", "ab");
    const network = createNetwork(links);
    expect(network.linksFrom("a")).toEqual([links[0], links[2], links[3]]);
    expect(network.linksTo("b")).toEqual([links[0], links[1], links[3]]);
    expect(network.linksTo("a")).toEqual([]);
    expect(network.linksFrom("elsewhere")).toEqual([]);
  });

  test("names the shortest ring that a link would close", () => {
    const network = createNetwork(named("ab", "bc", "cd", "bd", "xa"));
    expect(network.ringClosedBy(link("d", "a"))).toEqual(["d", "a", "b", "d"]);
    expect(network.ringClosedBy(link("d", "c"))).toEqual(["d", "c", "d"]);
    expect(network.ringClosedBy(link("a", "a"))).toEqual(["a", "a"]);
    expect(network.ringClosedBy(link("q", "q"))).toEqual(["q", "q"]);
  });

  test("closes no ring by a link along, across or to items without links", () => {
    const network = createNetwork(named("ab", "bc", "xy"));
    for (const [fromId, toId] of ["ac", "ab", "ay", "xc", "aq", "qa"].map((pair) => pair.split("")))
      expect(network.ringClosedBy(link(fromId ?? "", toId ?? ""))).toBeNull();
  });

  test("answers for one beginning and then another, whatever was asked before", () => {
    const network = createNetwork(named("ab", "bc"));
    expect(network.ringClosedBy(link("c", "a"))).toEqual(["c", "a", "b", "c"]);
    expect(network.ringClosedBy(link("b", "a"))).toEqual(["b", "a", "b"]);
    expect(network.ringClosedBy(link("b", "c"))).toBeNull();
    expect(network.ringClosedBy(link("c", "b"))).toEqual(["c", "b", "c"]);
  });

  test("walks a chain of 100,000 links", { timeout: 180_000 }, () => {
    const network = createNetwork(chain(100_000));
    expect(network.ringClosedBy(link("100000", "0"))).toHaveLength(100_002);
    expect(network.ringClosedBy(link("0", "100000"))).toBeNull();
  });
});

describe("rings", () => {
  test("are found and named along their links, the first item again at the end", () => {
    expect(findRing(named("ab", "bc", "cd", "db"))).toEqual(["b", "c", "d", "b"]);
    expect(findRing(named("ab", "ba"))).toEqual(["a", "b", "a"]);
    expect(findRing(named("ab", "bb"))).toEqual(["b", "b"]);
    expect(findRing(named("ab", "bc", "ac", "ab"))).toBeNull();
    expect(findRing([])).toBeNull();
  });

  test("are one for each knot, the shortest through its first link, with all links of the knot", () => {
    const links = named("ab", "bc", "ca", "cd", "da", "xy", "yx", "ax");
    const { rings, links: inRings } = findRings(links);
    expect(rings).toEqual([
      ["a", "b", "c", "a"],
      ["x", "y", "x"],
    ]);
    expect([...inRings]).toEqual(links.slice(0, 7));
  });

  test("of 100,000 items are found, and a chain of as many is none", { timeout: 180_000 }, () => {
    expect(findRing(chain(100_000))).toBeNull();
    expect(findRing([...chain(100_000), link("100000", "0")])).toHaveLength(100_002);
  });

  const anyLinks = fc.array(
    fc.record({ fromId: fc.integer({ max: 9, min: 0 }).map(String), toId: fc.integer({ max: 9, min: 0 }).map(String) }),
    { maxLength: 20 },
  );
  const reaches = (links: readonly LinkEnds[], { fromId, toId }: LinkEnds) => {
    const reached = new Set([fromId]);
    for (let size = 0; size < reached.size;) {
      size = reached.size;
      for (const one of links) if (reached.has(one.fromId)) reached.add(one.toId);
    }
    return reached.has(toId);
  };

  test("are exactly where a link's end leads back to its beginning", { timeout: 180_000 }, () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const { rings, links: inRings } = findRings(links);
        const expected = links.filter(({ fromId, toId }) => reaches(links, { fromId: toId, toId: fromId }));
        expect([...inRings]).toEqual(expected);
        expect(findRing(links.filter((one) => !inRings.has(one)))).toBeNull();
        for (const ring of rings) {
          expect(ring.at(-1)).toBe(ring[0]);
          ring.slice(1).forEach((toId, index) => expect(links).toContainEqual({ fromId: ring[index], toId }));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("are foretold for every link that would close one", { timeout: 180_000 }, () => {
    fc.assert(
      fc.property(anyLinks, anyLinks, (links, asked) => {
        const network = createNetwork(links);
        for (const ends of asked) {
          const ring = network.ringClosedBy(ends);
          expect(ring !== null).toBe(reaches(links, { fromId: ends.toId, toId: ends.fromId }));
          expect(ring?.slice(0, 2) ?? [ends.fromId, ends.toId]).toEqual([ends.fromId, ends.toId]);
          ring?.slice(2).forEach((toId, index) => expect(links).toContainEqual({ fromId: ring[index + 1], toId }));
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
