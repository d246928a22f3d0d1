import { test as base, expect } from "@playwright/test";
import { PlanPage } from "../pages/plan-page.ts";
import type { PlansPage } from "../pages/plans-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { type Product, type ProductOptions, startProduct } from "@gantry/testkit/product";
import { watchPage } from "./page-watch.ts";
import { passwordsOf, readableByScripts, secretsIn } from "./secrets.ts";

type WorkerFixtures = {
  /** What the journey's product is started with; journeys with the same options share one. */
  productOptions: ProductOptions;
  product: Product;
};
type Fixtures = {
  /** A page whose console must stay silent; journeys that provoke an error answer say which. */
  allowedNoise: RegExp[];
  signInPage: SignInPage;
  /** Signed in, with the plans on screen. */
  plansPage: PlansPage;
  planPage: PlanPage;
};

/**
 * Each worker has a product of its own, and each journey a plan of its own in it. Whatever a journey does, its page
 * must keep silent, ask no other host, and never see a secret.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  productOptions: [{}, { scope: "worker", option: true }],
  product: [
    async ({ productOptions }, provide) => {
      const product = await startProduct(productOptions);
      await provide(product);
      await product.close();
      expect(secretsIn(product.output(), { passwords: passwordsOf(product), sessions: [] }), "printed").toEqual([]);
    },
    { scope: "worker" },
  ],
  baseURL: async ({ product }, provide) => {
    await provide(product.url);
  },
  allowedNoise: [[], { option: true }],
  actionTimeout: async ({ browserName: _browserName }, provide) => {
    await provide(60_000);
  },
  page: async ({ page, product, allowedNoise }, provide) => {
    const watch = watchPage(page);
    product.simulator.faults.clear();
    await provide(page);
    const noise = watch.noise().filter((text) => !allowedNoise.some((pattern) => pattern.test(text)));
    expect(noise, "console errors and warnings").toEqual([]);
    expect(
      watch.hosts().filter((host) => host !== new URL(product.url).host),
      "other hosts",
    ).toEqual([]);
    const secrets = { passwords: passwordsOf(product), sessions: await watch.sessions() };
    expect(secretsIn((await watch.wire()).join("\n"), secrets), "sent to the page").toEqual([]);
    expect(secretsIn(await readableByScripts(page), secrets), "readable by scripts").toEqual([]);
    expect(secretsIn(product.output(), secrets), "printed").toEqual([]);
  },
  signInPage: async ({ page }, provide) => {
    await provide(new SignInPage(page));
  },
  plansPage: async ({ signInPage, product }, provide) => {
    await signInPage.open();
    await provide(await signInPage.signInAs(product.simulator.credentials[0]));
  },
  planPage: async ({ plansPage }, provide) => {
    await provide(new PlanPage(plansPage.page));
  },
});

export { expect };
