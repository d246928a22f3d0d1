import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { PlanPage } from "../pages/plan-page.ts";
import type { PlansPage } from "../pages/plans-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { type Product, startProduct } from "@gantry/testkit/product";

type WorkerFixtures = { product: Product };
type Fixtures = {
  /** A page whose console must stay silent; journeys that provoke an error answer say which. */
  allowedNoise: RegExp[];
  signInPage: SignInPage;
  /** Signed in, with the plans on screen. */
  plansPage: PlansPage;
  planPage: PlanPage;
};

/** Each worker has a product of its own; each journey starts from the same world. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  product: [
    async ({ browserName: _browserName }, provide) => {
      const product = await startProduct();
      await provide(product);
      await product.close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ product }, provide) => {
    await provide(product.url);
  },
  allowedNoise: [[], { option: true }],
  page: async ({ page, allowedNoise }, provide) => {
    const noise: string[] = [];
    const hear = (text: string) => {
      if (!allowedNoise.some((pattern) => pattern.test(text))) noise.push(text);
    };
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") hear(`${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => hear(`uncaught: ${error.message}`));
    await provide(page);
    expect(noise, "console errors and warnings").toEqual([]);
  },
  signInPage: async ({ page }, provide) => {
    await provide(new SignInPage(page));
  },
  plansPage: async ({ signInPage, product }, provide) => {
    product.simulator.faults.clear();
    await signInPage.open();
    await provide(await signInPage.signInAs(product.simulator.credentials[0]));
  },
  planPage: async ({ plansPage }, provide) => {
    await provide(new PlanPage(plansPage.page));
  },
});

export { expect };

/** Nothing that axe knows of is wrong with the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
}
