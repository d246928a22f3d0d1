import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { row } from "./page/rows.ts";
import { startChartBrowser, type ChartBrowser, type ChartPage } from "./support/chart-page.ts";
import { centreOf, doubleClick, drag } from "./support/pointer.ts";

let browser: ChartBrowser;
let chart: ChartPage;
beforeAll(async () => {
  browser = await startChartBrowser();
  chart = await browser.newPage();
});
afterAll(() => browser.close());
afterEach(() => chart.reset());

const heading = (id: string, over: Parameters<typeof row>[1] = {}) =>
  row(id, {
    title: `Group ${id}`,
    heading: true,
    shape: "summary",
    expandable: true,
    expanded: true,
    lockedReason: "A group moves with its items",
    ...over,
  });
const grouped = () => [
  heading("g1"),
  row("a", { level: 2 }),
  row("b", { level: 2 }),
  heading("g2"),
  row("c", { level: 2 }),
  heading("g3", { expanded: false }),
];
const rowOf = (title: string) => chart.page.getByRole("row", { name: `${title}, described` });
const press = async (...keys: string[]) => {
  for (const key of keys) await chart.page.keyboard.press(key);
};
const selection = async () => (await chart.events()).selections.at(-1);
const bracketMiddle = async () => {
  const box = await chart.page.locator('.bar-wrapper[data-id="r1"]').boundingBox();
  if (!box) throw new Error("The heading has no bracket");
  return centreOf(box);
};
const focus = (id: string) => chart.page.evaluate((rowId) => harness.engine().focusRow(rowId), id);

describe("headings of groups", () => {
  beforeEach(() => chart.open({ rows: grouped() }));

  test("a press anywhere on one folds it, and selects and opens nothing", async () => {
    await rowOf("Group g1").click({ position: { x: 200, y: 14 } });
    await rowOf("Group g3").getByRole("button", { name: "Expand" }).click();
    const { toggled, selections, opened } = await chart.events();
    expect({ toggled, selections, opened }).toEqual({
      toggled: [
        { id: "g1", expanded: false },
        { id: "g3", expanded: true },
      ],
      selections: [],
      opened: [],
    });
  });

  test("a double click on one opens nothing", async () => {
    await doubleClick(chart.page, { x: 200, y: 86 });
    await doubleClick(chart.page, await bracketMiddle());
    expect((await chart.events()).opened).toEqual([]);
  });

  test("Enter, Left and Right fold it by keyboard", async () => {
    await focus("g1");
    await press("Enter", "ArrowLeft");
    await focus("g3");
    await press("ArrowRight", "Enter");
    const { toggled, opened } = await chart.events();
    expect({ toggled, opened }).toEqual({
      toggled: [
        { id: "g1", expanded: false },
        { id: "g1", expanded: false },
        { id: "g3", expanded: true },
        { id: "g3", expanded: true },
      ],
      opened: [],
    });
  });

  test("X and Shift+Space on one select nothing", async () => {
    await focus("g1");
    await press("x", "Shift+ ");
    expect((await chart.events()).selections).toEqual([]);
  });

  test("Ctrl+A takes every item and no heading", async () => {
    await focus("a");
    await press("Control+a");
    expect(await selection()).toEqual(["a", "b", "c"]);
    expect(await chart.page.locator(".g-gantt-live").textContent()).toBe("3 selected");
  });

  test("a range by Shift goes over headings without taking them", async () => {
    await rowOf("Item b").click();
    await rowOf("Item c").click({ modifiers: ["Shift"] });
    expect(await selection()).toEqual(["b", "c"]);
    await focus("a");
    await press("x", "Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown");
    expect(await selection()).toEqual(["a", "b", "c"]);
  });

  test("a box over everything takes the items and no heading", async () => {
    const [first, last] = [await chart.barBox(1), await chart.barBox(4)];
    await drag(chart.page, {
      from: { x: first.x - 60, y: first.y - 30 },
      to: { x: last.x + last.width, y: last.y + 20 },
    });
    expect(await selection()).toEqual(["a", "b", "c"]);
  });

  test("a click on its bracket selects nothing", async () => {
    const point = await bracketMiddle();
    await chart.page.mouse.click(point.x, point.y);
    expect(((await chart.events()).selections.at(-1) ?? []).length).toBe(0);
  });

  test("it says whether it is folded, and never that it is or isn't selected", async () => {
    expect(await rowOf("Group g1").getAttribute("aria-expanded")).toBe("true");
    expect(await rowOf("Group g3").getAttribute("aria-expanded")).toBe("false");
    expect(await rowOf("Group g1").getAttribute("aria-selected")).toBeNull();
    expect(await rowOf("Item a").getAttribute("aria-selected")).toBe("false");
  });

  test("a row element that was a heading tells of selection again when it shows an item", async () => {
    await chart.update({ rows: [row("x"), row("g1", { title: "No heading now" })] });
    expect(await rowOf("No heading now").getAttribute("aria-selected")).toBe("false");
    expect(await rowOf("No heading now").evaluate((element) => element.className)).not.toContain("is-heading");
  });

  test("its title is bold and stands out from those of items", async () => {
    const weight = (title: string) =>
      rowOf(title)
        .locator("[role=gridcell]")
        .first()
        .evaluate((cell) => Number(getComputedStyle(cell).fontWeight));
    expect(await weight("Group g1")).toBe(600);
    expect(await weight("Item a")).toBe(400);
  });
});

describe("headings where titles stand above the bars", () => {
  test("a tap on one folds it", async () => {
    const phone = await browser.newPage({ width: 390, height: 700 });
    await phone.open({ rows: grouped(), gridWidth: 0, rowHeight: 48 });
    await phone.page.getByRole("row", { name: "Group g2, described" }).click({ position: { x: 300, y: 12 } });
    await phone.page.getByText("Group g1").click();
    const { toggled, selections } = await phone.events();
    await phone.close();
    expect({ toggled, selections }).toEqual({
      toggled: [
        { id: "g2", expanded: false },
        { id: "g1", expanded: false },
      ],
      selections: [],
    });
  });
});
