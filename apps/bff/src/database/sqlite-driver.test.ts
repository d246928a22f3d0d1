import { describe, expect, it } from "vitest";
import { sql } from "kysely";
import { openMemoryDatabase } from "./open-sqlite.ts";

async function typeAndValueOf(value: unknown) {
  const store = await openMemoryDatabase({ now: () => 0 });
  const { database } = store;
  await sql`create table probe (held text, counted integer)`.execute(database);
  await sql`insert into probe values (${value}, ${value})`.execute(database);
  const { rows } = await sql`select typeof(held) as type, held, counted from probe`.execute(database);
  await store.close();
  return rows[0];
}

describe("the embedded engine", () => {
  it("takes booleans as 1 and 0 instead of dying of them", async () => {
    expect(await typeAndValueOf(true)).toMatchObject({ counted: 1 });
    expect(await typeAndValueOf(false)).toMatchObject({ counted: 0 });
  });

  it("keeps whole numbers whole, also in a text column", async () => {
    expect(await typeAndValueOf(5)).toEqual({ type: "text", held: "5", counted: 5 });
    expect(await typeAndValueOf(1_763_780_000_123)).toMatchObject({ counted: 1_763_780_000_123 });
  });

  it("keeps an 18-digit id as the text that it is", async () => {
    expect(await typeAndValueOf("957294446158852096")).toMatchObject({ held: "957294446158852096" });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, new Date(0), { a: 1 }, ["a"]])("refuses %s by name", async (value) => {
    await expect(typeAndValueOf(value)).rejects.toThrow(/cannot be stored/);
  });
});
