/** Test files of the bff that touch the store, and so run on SQLite and on PostgreSQL. */
export const STORE_SUITES = [
  "test/stores/**/*.test.ts",
  "test/change-sets/{control,events,lease,life,orders,retention,undo}.test.ts",
  "test/features/{baselines,dependencies}.test.ts",
  "test/{demo,sign-in}.test.ts",
];
