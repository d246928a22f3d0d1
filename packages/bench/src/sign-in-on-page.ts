import type { Page } from "@playwright/test";
import type { Product } from "@gantry/testkit/product";

/** Signs in by the form, as the simulator's first person, and waits for the plans. */
export async function signInOnPage(page: Page, { url, simulator }: Product): Promise<void> {
  const [credentials] = simulator.credentials;
  if (credentials === undefined) throw new Error("The simulator has no credentials");
  await page.goto(`${url}/sign-in`, { waitUntil: "networkidle" });
  await page.getByLabel("Account").fill(credentials.account);
  await page.getByLabel("User name").fill(credentials.userName);
  await page.getByLabel("Password", { exact: true }).fill(credentials.password);
  // By a key: pages would come up under a pointer that was left somewhere.
  await page.getByRole("button", { name: "Sign in" }).press("Enter");
  await page.getByRole("table", { name: "Plans" }).getByRole("link").first().waitFor();
}
