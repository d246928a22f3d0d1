import type { Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sharedBrowser, sharedPage } from "./support/shared.ts";

let page: Page;
const problems: string[] = [];
beforeAll(async () => {
  const server = await sharedPage("react.tsx");
  page = await (await sharedBrowser()).newPage();
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await page.goto(server.url);
});
afterAll(() => page.close());

const titles = () => page.locator(".g-gantt-row:not([hidden])").allTextContents();

test("the component makes one chart, also when React mounts twice, and updates it in place", async () => {
  await page.evaluate(() => skin.render(["a", "b"]));
  expect(await page.locator(".g-gantt").count()).toBe(1);
  expect(await titles()).toEqual(["Item a", "Item b"]);
  await page.locator(".g-gantt").evaluate((element) => element.setAttribute("data-kept", "yes"));
  await page.evaluate(() => skin.render(["b", "c", "d"]));
  expect(await titles()).toEqual(["Item b", "Item c", "Item d"]);
  expect(await page.locator(".g-gantt[data-kept]").count()).toBe(1);
});

test("its ref is the engine while it is mounted", async () => {
  await page.evaluate(() => skin.render(["a"]));
  expect(await page.evaluate(() => skin.engine()?.fit())).toBe("day");
});

test("a render that brings nothing new of it leaves the width that the reader gave the tree-grid", async () => {
  await page.evaluate(() => skin.render(["a"]));
  await page.getByRole("separator", { name: "Work items" }).press("ArrowLeft");
  await page.evaluate(() => skin.render(["a", "b"]));
  expect((await page.locator(".g-gantt-tree").boundingBox())?.width).toBe(284);
});

test("unmounting takes everything away, without a word on the console", async () => {
  await page.evaluate(() => skin.unmount());
  expect(await page.evaluate(() => [document.querySelectorAll(".g-gantt").length, skin.engine()])).toEqual([0, null]);
  expect(problems).toEqual([]);
});
