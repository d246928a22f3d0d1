import { describe, expect, test } from "vitest";
import { readAllPages, type Page } from "./pages.ts";

const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `${from + index}`);

/** A list of `count` rows in pages, which may tell a total of its own. */
function createList({ count, size, total = null }: { count: number; size: number; total?: number | null }) {
  const asked: number[] = [];
  const readPage = async (pageNo: number): Promise<Page<string>> => {
    asked.push(pageNo);
    return { rows: rows(Math.min(count, (pageNo - 1) * size), Math.min(count, pageNo * size)), total };
  };
  return { asked, read: () => readAllPages({ readPage, idOf: (row) => row }) };
}

describe("reading all pages", () => {
  test("a told total says how many pages there are, and none is asked for twice", async () => {
    const list = createList({ count: 250, size: 100, total: 250 });
    expect(await list.read()).toEqual(rows(0, 250));
    expect(list.asked).toEqual([1, 2, 3]);
  });

  test("without a total it goes on until a short page", async () => {
    const list = createList({ count: 250, size: 100 });
    expect(await list.read()).toEqual(rows(0, 250));
    expect(list.asked).toEqual([1, 2, 3]);
  });

  test("a total that is too small does not hide rows", async () => {
    const list = createList({ count: 250, size: 100, total: 101 });
    expect(await list.read()).toHaveLength(250);
  });

  test("a total that is too large ends at the first empty page", async () => {
    const list = createList({ count: 5, size: 5, total: 12 });
    expect(await list.read()).toEqual(rows(0, 5));
  });

  test("an empty list takes one call", async () => {
    const list = createList({ count: 0, size: 100, total: 0 });
    expect(await list.read()).toEqual([]);
    expect(list.asked).toEqual([1]);
  });

  test("a service that gives shorter pages than it was asked for is still read whole", async () => {
    const list = createList({ count: 120, size: 50, total: 120 });
    expect(await list.read()).toEqual(rows(0, 120));
  });

  test("a service that answers the same page for ever is left after the second", async () => {
    let calls = 0;
    const readPage = async () => {
      calls += 1;
      return { rows: rows(0, 10), total: null };
    };
    expect(await readAllPages({ readPage, idOf: (row) => row })).toEqual(rows(0, 10));
    expect(calls).toBe(2);
  });

  test("a row that moved to the next page meanwhile is kept once", async () => {
    const pages = [rows(0, 10), rows(9, 19)];
    const readPage = async (pageNo: number) => ({ rows: pages[pageNo - 1] ?? [], total: 19 });
    expect(await readAllPages({ readPage, idOf: (row) => row })).toEqual(rows(0, 19));
  });
});
