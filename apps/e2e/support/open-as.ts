import type { Browser, Page } from "@playwright/test";
import type { Product } from "@gantry/testkit/product";
import { SignInPage } from "../pages/sign-in-page.ts";

/** Somebody else's browser, signed in by user name. */
export async function openAs(userName: string, at: { browser: Browser; product: Product }): Promise<Page> {
  const page = await (await at.browser.newContext({ baseURL: at.product.url })).newPage();
  const person = at.product.simulator.credentials.find((each) => each.userName === userName);
  await page.goto("/sign-in");
  await new SignInPage(page).signInAs(person);
  return page;
}
