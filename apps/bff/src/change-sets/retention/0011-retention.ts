import type { Migration } from "../../database/migrations.ts";

export const addRetention: Migration = {
  name: "0011-retention",
  up: async (database) => {
    await database.schema.alterTable("change_sets").addColumn("purge", "text").execute();
    await database.schema.alterTable("change_sets").addColumn("tally_json", "text").execute();
    await database.schema
      .createIndex("change_sets_finished")
      .on("change_sets")
      .columns(["purge", "finished_at"])
      .execute();
  },
};
