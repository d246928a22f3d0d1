import type { Credentials } from "@gantry/codearts-simulator";
import type { Page } from "@playwright/test";
import type { PlanPage } from "../pages/plan-page.ts";
import { PlansPage } from "../pages/plans-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import { pressAt, typeInto } from "./keyboard-only.ts";

/** Signs in, finds a plan and opens it without a pointer. */
export async function openPlanByKeyboard(
  page: Page,
  { person, plan }: { person: Credentials; plan: { name: string } },
): Promise<PlanPage> {
  const signIn = new SignInPage(page);
  await signIn.open();
  await typeInto(signIn.account, person.account);
  await typeInto(signIn.userName, person.userName);
  await typeInto(signIn.password, person.password);
  await page.keyboard.press("Enter");
  const plans = new PlansPage(page);
  await typeInto(plans.search, plan.name);
  await pressAt(plans.plan(plan.name), "Enter");
  return plans.opened(plan.name);
}
