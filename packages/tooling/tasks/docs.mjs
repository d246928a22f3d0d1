import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { root } from "./steps.mjs";

/** Fails on a path that a page names and that is not there, and on an error code without a line in the handbook. */
export function checkDocs() {
  const handbook = join(root, "packages/handbook");
  const pages = [
    join(root, "README.md"),
    ...readdirSync(handbook, { recursive: true })
      .filter((name) => name.endsWith(".md") && !name.includes("node_modules"))
      .map((name) => join(handbook, name)),
  ];
  const problems = pages.flatMap((page) => missingPaths(page));
  const errorsPage = readFileSync(join(handbook, "errors.md"), "utf8");
  for (const code of errorCodes()) {
    if (!errorsPage.includes(`\`${code}\``)) problems.push(`packages/handbook/errors.md has no line for ${code}`);
  }
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  return problems.length === 0 ? 0 : 1;
}

function missingPaths(page) {
  const text = readFileSync(page, "utf8");
  const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => ({
    path: match[1],
    at: resolve(dirname(page), match[1]),
  }));
  const quoted = [...text.matchAll(/`((?:apps|packages)\/[\w./-]+)`/g)].map((match) => ({
    path: match[1],
    at: join(root, match[1]),
  }));
  return [...links, ...quoted]
    .filter(({ at }) => !existsSync(at))
    .map(({ path }) => `${page.slice(root.length + 1)} names ${path}, which is not there`);
}

function errorCodes() {
  const source = readFileSync(join(root, "packages/api-contract/src/errors.ts"), "utf8");
  return [...source.matchAll(/^ {2}"([a-z_]+\.[a-z_]+)": \d{3},$/gm)].map((match) => match[1]);
}
