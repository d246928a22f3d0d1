import type { Product } from "@gantry/testkit/product";
import type { Page } from "@playwright/test";

/** Every token of the simulator, as IAM's own, begins so and goes on in base64. */
const TOKEN = /MII[A-Za-z0-9+/_-]{40}/;

/** Kinds of secrets that stand in a text: none, if all is well. */
export function secretsIn(
  text: string,
  { passwords, sessions }: { passwords: string[]; sessions: string[] },
): string[] {
  return [
    ...(TOKEN.test(text) ? ["an IAM token"] : []),
    ...(passwords.some((password) => text.includes(password)) ? ["a password"] : []),
    ...(sessions.some((session) => text.includes(session)) ? ["a session id"] : []),
  ];
}

export function passwordsOf({ simulator }: Product): string[] {
  return simulator.credentials.map(({ password }) => password);
}

/** All that scripts of the page can read: its storages, its address, its cookies. */
export async function readableByScripts(page: Page): Promise<string> {
  if (page.isClosed() || !page.url().startsWith("http")) return "";
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const caches = await window.caches.keys();
    return JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      databases.map(({ name }) => name),
      caches,
      document.cookie,
      location.href,
    ]);
  });
}
