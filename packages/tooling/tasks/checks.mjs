import { checkDocs } from "./docs.mjs";
import { tool } from "./steps.mjs";

/** What can be said without running the product: seconds, no network. */
export const checks = [
  { name: "format", work: () => tool("oxfmt", "--check") },
  { name: "lint", work: () => tool("oxlint") },
  { name: "boundaries", work: () => tool("turbo", "boundaries") },
  { name: "types", work: () => tool("turbo", "run", "types", "--output-logs=errors-only") },
  { name: "unused code", work: () => tool("knip") },
  { name: "docs", work: checkDocs },
];
