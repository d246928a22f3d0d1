import type { Browser, Page } from "@playwright/test";

/** Playwright drives a stock Firefox by WebDriver BiDi; what it has no method for goes over the wire here. */
type BidiSession = { sessionId: string; send: (method: string, params: unknown) => Promise<unknown> };

/**
 * Playwright emulates media in every new context, which Firefox ESR doesn't know yet, and has no switch for it:
 * that one command is answered here.
 */
export function skipEmulatedMedia(browser: Browser): void {
  const session = serverSideOf<{ _browserSession: BidiSession }>(browser)._browserSession;
  const send = session.send.bind(session);
  session.send = (method, params) =>
    method === "emulation.setMediaFeaturesOverride" ? Promise.resolve({}) : send(method, params);
}

/** Input of one device in one go, as WebDriver knows it: between two commands Firefox forgets the first click. */
export async function performPointerActions(page: Page, actions: readonly object[]): Promise<void> {
  const session = serverSideOf<{ delegate: { _session: BidiSession } }>(page).delegate._session;
  await session.send("input.performActions", {
    context: session.sessionId,
    actions: [{ type: "pointer", id: "pw_mouse", parameters: { pointerType: "mouse" }, actions }],
  });
}

function serverSideOf<ServerSide>(client: Browser | Page): ServerSide {
  const connection = Reflect.get(client, "_connection") as { toImpl: (client: Browser | Page) => ServerSide };
  return connection.toImpl(client);
}
