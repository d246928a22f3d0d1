import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { sharedBrowser, sharedPage } from "./support/shared.ts";

const room = resolve(import.meta.dirname, "..");

test("frappe-gantt still has every internal that Gantry leans on, under the strict policy", async () => {
  const server = await sharedPage("contract.ts");
  const page = await (await sharedBrowser()).newPage();
  try {
    await page.goto(server.url);
    const contract = await page.evaluate(() => checkContract());
    const broken = contract
      .filter(({ holds }) => !holds)
      .map((item) => `No longer true of frappe-gantt: ${item.promise}`);
    expect(broken).toEqual([]);
    expect(contract.length).toBeGreaterThan(25);
  } finally {
    await page.close();
  }
});

test("frappe-gantt is pinned to the version that these promises were read from", async () => {
  const manifest = JSON.parse(await readFile(resolve(room, "node_modules/frappe-gantt/package.json"), "utf8")) as {
    version: string;
  };
  expect(manifest.version, "Read the source of the new version, then change this line").toBe("1.2.2");
});
