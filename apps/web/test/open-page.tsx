import { createTestApp, type TestApp, type TestAppOptions, type TestBrowser } from "@gantry/bff/test-app";
import { patience } from "@gantry/tooling/tasks/patience.mjs";
import { cleanup, configure, render } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { onTestFinished, vi } from "vitest";
import { App } from "../src/app/providers.tsx";
import { createQueryClient } from "../src/app/query-client.ts";
import { createRouter } from "../src/app/router.tsx";
import { loadDictionary } from "../src/i18n/dictionary.ts";
import { markSessionFound } from "../src/lib/session-state.ts";
import { type Settings, useSettings } from "../src/lib/settings.ts";
import { loadFloating } from "../src/ui/floating/load.ts";

// The whole product runs in this process: on a busy machine an answer takes more than the second that is the default.
configure({ asyncUtilTimeout: patience.expect.poll.timeout });

export type OpenedPage = {
  server: TestApp;
  browser: TestBrowser;
  user: ReturnType<typeof userEvent.setup>;
};

export type OpenPageOptions = TestAppOptions & {
  signedIn?: boolean;
  settings?: Partial<Settings>;
};

/** The whole product in one process: the page over the real server over the simulator. Ends with the test. */
export async function openPage(path: string, options: OpenPageOptions = {}): Promise<OpenedPage> {
  const { signedIn = true, settings = {}, ...serverOptions } = options;
  const server = await createTestApp(serverOptions);
  const browser = signedIn ? await server.signIn() : server.openBrowser();
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => browser.request(url, init));
  vi.stubGlobal("EventSource", QuietEventSource);
  await Promise.all([loadDictionary("zh-CN"), loadFloating()]);
  useSettings.setState({ language: "en", theme: "system", ...settings });
  markSessionFound();
  window.history.replaceState(null, "", path);
  const queryClient = createQueryClient();
  render(<App queryClient={queryClient} router={createRouter(queryClient)} />);
  onTestFinished(async () => {
    cleanup();
    queryClient.clear();
    vi.unstubAllGlobals();
    await server.close();
  });
  return { server, browser, user: userEvent.setup() };
}

/** happy-dom has no live events; their way through the cache has tests of its own. */
class QuietEventSource {
  readonly readyState = 0;
  onopen = null;
  onmessage = null;
  onerror = null;
  close(): void {}
}
