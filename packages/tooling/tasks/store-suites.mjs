/**
 * Test files of the bff of which the store decides something: the test command runs them on SQLite and on PostgreSQL.
 * `pnpm unit:postgres` runs all there are on PostgreSQL.
 */
export const STORE_SUITES = [
  "test/stores/**/*.test.ts",
  "test/change-sets/{control,events,exact-ids,expiry,ipd-edit,lease,life,link,orders}.test.ts",
  "test/change-sets/{preview,reading,retention,scrum-edit,undo}.test.ts",
  "test/features/**/*.test.ts",
  // What follows CodeArts keeps time by a clock of the test's own, which no server's answer may take up.
  "test/mirror/!(following).test.ts",
  "test/{audit,audit-command,demo,foreign-ids,sign-in}.test.ts",
];
