import { resolve } from "node:path";
import { chromiumLaunchOptions } from "@gantry/tooling/tasks/chromium.mjs";
import { chromium, type Page } from "@playwright/test";
import type {} from "./bench-page.ts";
import { servePage, type PageServer } from "../test/support/page-server.ts";

/** Charts in the order in which they are printed; the first rival of ours is the floor. */
export const CHARTS = {
  gantry: "gantry.ts",
  "bare rows": "bare-rows.ts",
  "svelte-gantt": "svelte-gantt.ts",
  SVAR: "svar-gantt.tsx",
  DHTMLX: "dhtmlx-gantt.ts",
  "frappe-gantt": "frappe-gantt.ts",
} as const satisfies Record<string, string>;
export type ChartName = keyof typeof CHARTS;
export const CHART_NAMES = Object.keys(CHARTS) as readonly ChartName[];

/** More rows than this plain frappe-gantt does not survive. */
const MOST_ROWS_OF_FRAPPE = 1_000;

export function rowsFor(chart: ChartName, rows: number): number {
  return chart === "frappe-gantt" ? Math.min(rows, MOST_ROWS_OF_FRAPPE) : rows;
}

/** A Chromium that reaches nothing but this machine, and the built page of every chart. */
export type BenchBrowser = {
  /** Runs on a page of its own, freshly loaded. */
  onFreshPage: <Result>(chart: ChartName, work: (page: Page) => Promise<Result>) => Promise<Result>;
  close: () => Promise<void>;
};

export async function startBenchBrowser(): Promise<BenchBrowser> {
  const { args = [], ...options } = chromiumLaunchOptions();
  const offline = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1";
  const browser = await chromium.launch({ ...options, args: [...args, offline, "--js-flags=--expose-gc"] });
  const servers = new Map<ChartName, PageServer>();
  const serverOf = async (chart: ChartName) => {
    const entry = resolve(import.meta.dirname, "charts", CHARTS[chart]);
    const server = servers.get(chart) ?? (await servePage(entry, { strict: false }));
    servers.set(chart, server);
    return server;
  };
  return {
    onFreshPage: async (chart, work) => {
      const server = await serverOf(chart);
      const page = await browser.newPage({ viewport: { width: 1500, height: 1000 } });
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(error.message));
      try {
        await page.goto(server.url);
        const result = await work(page);
        if (faults.length > 0) throw new Error(`${chart}: ${faults[0]}`);
        return result;
      } finally {
        await page.close();
      }
    },
    close: async () => {
      await browser.close();
      for (const server of servers.values()) await server.close();
    },
  };
}

const MOST_MS = 15_000;

/** What a page answers; null where it takes longer than fifteen seconds. */
export async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), MOST_MS);
  });
  const first = await Promise.race([answer, late]);
  clearTimeout(timer);
  return first;
}
