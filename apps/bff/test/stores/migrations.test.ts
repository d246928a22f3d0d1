import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrate } from "../../src/database/migrate.ts";
import { type Migration, migrations } from "../../src/database/migrations.ts";
import type { Store } from "../../src/database/store.ts";
import { createTestDatabase, type TestDatabase, TESTED_STORE } from "./test-database.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.remove());

const bringTo = (store: Store, steps: readonly Migration[]) =>
  migrate(store.database as unknown as Parameters<typeof migrate>[0], { migrations: steps, now: 0 });

describe("the schema", () => {
  it("is refused when a newer version wrote it", async () => {
    const store = await database.open();
    await sql`insert into schema_migrations values ('9999-from-the-future', 0)`.execute(store.database);
    await store.close();
    await expect(database.open()).rejects.toThrow(/newer Gantry/);
  });

  it("holds nothing of a step that failed half way, and takes the step when it is mended", async () => {
    const store = await database.open();
    const step = (isBroken: boolean): Migration => ({
      name: "9998-two-tables",
      up: async ({ schema }) => {
        await schema.createTable("first_half").addColumn("a", "text").execute();
        if (isBroken) throw new Error("half way");
        await schema.createTable("second_half").addColumn("a", "text").execute();
      },
    });
    await expect(bringTo(store, [...migrations, step(true)])).rejects.toThrow("half way");
    await expect(sql`select * from first_half`.execute(store.database)).rejects.toThrow(/first_half/);
    await bringTo(store, [...migrations, step(false)]);
    expect((await sql`select * from second_half`.execute(store.database)).rows).toEqual([]);
    await store.close();
  });

  it.runIf(TESTED_STORE === "postgres")(
    "is made once by replicas that start together on an empty database",
    async () => {
      const first = await database.open();
      await sql`drop schema public cascade`.execute(first.database);
      await sql`create schema public`.execute(first.database);
      await first.close();
      const stores = await Promise.all(Array.from({ length: 4 }, () => database.open()));
      const { rows } = await sql`select name from schema_migrations`.execute((stores[0] ?? first).database);
      expect(rows).toHaveLength(migrations.length);
      for (const store of stores) await store.close();
    },
  );
});
