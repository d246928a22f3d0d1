import type { BrowserContext, Page, Response } from "@playwright/test";

/** What a page did behind the screen while a journey ran. */
export type PageWatch = {
  /** Console errors and warnings, and exceptions that nobody caught. */
  noise: () => string[];
  /** Hosts that were asked for anything, the product's own among them. */
  hosts: () => string[];
  /** Addresses, headers and bodies of all that went over the wire, but for cookies and what a person typed. */
  wire: () => Promise<string[]>;
  /** Values that the session cookie has had. */
  sessions: () => Promise<string[]>;
};

/** Headers that carry the session by design. */
const COOKIE_HEADERS = new Set(["cookie", "set-cookie"]);
const SESSION_VALUE = /__Host-gantry=([^;\s]{8,})/;

export function watchPage(page: Page): PageWatch {
  const noise: string[] = [];
  const hosts = new Set<string>();
  const answers: Promise<string>[] = [];
  const sessions: Promise<string[]>[] = [];
  const context: BrowserContext = page.context();

  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") noise.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => noise.push(`uncaught: ${error.message}`));
  context.on("request", (request) => {
    const { host, protocol } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:") hosts.add(host);
  });
  context.on("response", (response) => {
    if (!isData(response)) return;
    answers.push(textOf(response));
    sessions.push(sessionOf(response));
  });
  return {
    noise: () => [...noise],
    hosts: () => [...hosts],
    wire: () => Promise.all(answers),
    sessions: async () => (await Promise.all(sessions)).flat(),
  };
}

function isData(response: Response): boolean {
  const type = response.headers()["content-type"] ?? "";
  return new URL(response.url()).pathname.startsWith("/api/") && !type.startsWith("text/event-stream");
}

async function textOf(response: Response): Promise<string> {
  const headers = Object.entries(response.headers()).filter(([name]) => !COOKIE_HEADERS.has(name));
  // The browser drops a body when its page is left; the address and the headers remain.
  const body = await response.text().catch(() => "");
  return [response.url(), JSON.stringify(headers), body].join("\n");
}

async function sessionOf(response: Response): Promise<string[]> {
  const cookie = await response.headerValue("set-cookie").catch(() => null);
  const value = SESSION_VALUE.exec(cookie ?? "")?.[1];
  return value === undefined ? [] : [value];
}
