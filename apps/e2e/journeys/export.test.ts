import { ExportDialog, type ExportedFile } from "../pages/export-dialog.ts";
import { expectAccessible } from "../support/accessible.ts";
import { expect, test } from "../support/journey.ts";
import { tabTo } from "../support/keyboard-only.ts";
import { planNamed, scrumItemsOf } from "../support/world.ts";

const pagesOf = ({ bytes }: ExportedFile) => bytes.toString("latin1").match(/\/Type \/Page /g)?.length;

test("a plan is taken away as pages, a table, a picture, a drawing and a calendar; axe finds nothing", async ({
  plansPage,
  product,
  page,
}) => {
  const plan = planNamed(product.simulator, "Checkout 3.0");
  const items = scrumItemsOf(product.simulator, plan);
  await plansPage.openPlan(plan.name);
  const dialog = new ExportDialog(page);
  await dialog.open();
  await expectAccessible(page);
  expect(await dialog.foretold("rows")).toBe(items.length);
  const pages = await dialog.foretold("pages");
  const pdf = await dialog.takeFile({ timeoutMs: 60_000 });
  expect(pdf.name).toMatch(/^Checkout 3\.0 \d{4}-\d\d-\d\d\.pdf$/);
  expect(pdf.bytes.subarray(0, 8).toString()).toBe("%PDF-1.7");
  expect(pagesOf(pdf)).toBe(pages);

  await dialog.open();
  await dialog.choose("CSV");
  const csv = await dialog.takeFile({ timeoutMs: 30_000 });
  const ids = csv.bytes
    .toString("utf8")
    .split("\r\n")
    .slice(1, -1)
    .map((line) => line.split(",")[0]);
  expect(new Set(ids)).toEqual(new Set(items.map(({ id }) => String(id))));

  await dialog.open();
  await dialog.choose("PNG");
  const png = await dialog.takeFile({ timeoutMs: 60_000 });
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");

  await dialog.open();
  await dialog.choose("SVG");
  const svg = (await dialog.takeFile({ timeoutMs: 30_000 })).bytes.toString("utf8");
  expect(svg).toMatch(/^<\?xml.*<svg /s);
  expect(svg).not.toMatch(/<script|foreignObject/);

  await dialog.open();
  await dialog.choose("Calendar");
  const events = await dialog.foretold("events");
  const calendar = (await dialog.takeFile({ timeoutMs: 30_000 })).bytes.toString("utf8");
  expect(calendar.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(events);
});

test("an export is chosen, started and cancelled by keyboard alone", async ({ plansPage, page }) => {
  await plansPage.openPlan("Checkout 3.0");
  const dialog = new ExportDialog(page);
  await page.getByRole("button", { name: "Export", exact: true }).focus();
  await page.keyboard.press("Enter");
  // The dialog takes the focus once, when it stands.
  await expect.poll(() => dialog.dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await tabTo(dialog.dialog.getByRole("radio", { name: "PDF", exact: true }));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(dialog.dialog.getByRole("radio", { name: "CSV", exact: true })).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(dialog.dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Export", exact: true })).toBeFocused();
});
