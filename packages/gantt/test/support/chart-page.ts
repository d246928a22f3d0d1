import type { BrowserContext, Page } from "@playwright/test";
import type { ChartEvents, ChartSpec } from "../page/harness.ts";
import { browserName } from "./browsers.ts";
import { sharedBrowser, sharedPage } from "./shared.ts";

export type ChartPage = {
  page: Page;
  open: (spec: ChartSpec) => Promise<void>;
  update: (spec: ChartSpec) => Promise<void>;
  events: () => Promise<ChartEvents>;
  /** Box of a row's bar in the window's pixels, by its title. */
  barBox: (index: number) => Promise<{ x: number; y: number; width: number; height: number }>;
  /** Lets go of everything and closes the chart: the page is as it was opened. */
  reset: () => Promise<void>;
  /** Console errors and exceptions since the page was opened. */
  problems: string[];
  close: () => Promise<void>;
};

export type ChartBrowser = {
  newPage: (context?: { timezoneId?: string; width?: number; height?: number; touch?: boolean }) => Promise<ChartPage>;
  close: () => Promise<void>;
};

/** Pages for the tests of a file, in the browser that all files of a process share. */
export async function startChartBrowser(): Promise<ChartBrowser> {
  const [server, browser] = await Promise.all([sharedPage("main.ts"), sharedBrowser()]);
  const contexts: BrowserContext[] = [];
  return {
    close: async () => {
      for (const context of contexts) await context.close();
    },
    newPage: async ({ timezoneId = "UTC", width = 1400, height = 800, touch = false } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height },
        timezoneId,
        hasTouch: touch,
        reducedMotion: "reduce",
      });
      contexts.push(context);
      const page = await context.newPage();
      if (browserName === "firefox") keepMouseInside(page, { width, height });
      const problems: string[] = [];
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
      });
      await page.goto(server.url);
      return {
        page,
        problems,
        // As text: browsers take ten thousand rows as one string in a blink, as objects one by one.
        open: (spec) => page.evaluate((json) => harness.open(JSON.parse(json)), JSON.stringify(spec)),
        update: (spec) => page.evaluate((json) => harness.update(JSON.parse(json)), JSON.stringify(spec)),
        events: () => page.evaluate(() => harness.events),
        barBox: async (index) => {
          const box = await page.locator(`.bar-wrapper[data-id="r${index + 1}"] .bar`).boundingBox();
          if (!box) throw new Error(`Row ${index} has no bar in the page`);
          return box;
        },
        reset: async () => {
          await page.mouse.up();
          await page.mouse.up({ button: "right" });
          for (const key of ["Control", "Shift", "Alt"]) await page.keyboard.up(key);
          await page.evaluate(() => harness.close());
          await page.mouse.move(1, 1);
        },
        close: () => context.close(),
      };
    },
  };
}

/** Firefox refuses to move a mouse out of its window, which hands do: there it stops at the edge. */
function keepMouseInside(page: Page, { width, height }: { width: number; height: number }): void {
  const { mouse } = page;
  const move = mouse.move.bind(mouse);
  const within = (place: number, size: number) => Math.min(Math.max(place, 0), size - 1);
  mouse.move = (x, y, options) => move(within(x, width), within(y, height), options);
}
