import "./install-page.ts";
import { createTestApp } from "@gantry/bff/test-app";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, renderHook } from "@testing-library/react";
import * as v from "valibot";
import { expect, onTestFinished, test, vi } from "vitest";
import { overviewSearchSchema } from "../src/features/overview/overview-search.ts";
import { useOverviewLines } from "../src/features/overview/use-overview-lines.ts";

test("plans count as being read until they are among the lines, when they come with the end of the reading", async () => {
  const app = await createTestApp();
  onTestFinished(app.close);
  const browser = await app.signIn();
  const told = await (await browser.request("/api/overview")).text();
  vi.stubGlobal("fetch", async () => new Response(told, { headers: { "content-type": "application/x-ndjson" } }));
  onTestFinished(() => void vi.unstubAllGlobals());
  const client = new QueryClient();
  const search = v.parse(overviewSearchSchema, {});
  const seen: { isReading: boolean; plans: number }[] = [];
  renderHook(
    () => {
      const { isReading, rows } = useOverviewLines(search);
      seen.push({ isReading, plans: rows.length });
    },
    { wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider> },
  );
  onTestFinished(cleanup);
  await expect.poll(() => seen.at(-1)).toEqual({ isReading: false, plans: 41 });
  expect(seen.filter(({ isReading, plans }) => !isReading && plans === 0)).toEqual([]);
});
