import { screen, within } from "@testing-library/react";
import type { WorkItem } from "@gantry/api-contract";
import { type OpenedPage, openPage } from "./open-page.tsx";

/** Finds a plan by its name, as a reader would, and opens it. */
export async function openPlan(name: string): Promise<OpenedPage> {
  const page = await openPage(`/?q=${encodeURIComponent(name)}`);
  await page.user.click(await screen.findByRole("link", { name }));
  await screen.findByRole("heading", { level: 1, name });
  return page;
}

export const workItemTree = () => screen.findByRole("treegrid", { name: "Work items" });

/** Chooses the tree's third and fourth line by keyboard and opens the batch form. */
export async function openEditOfTwo({ user }: OpenedPage): Promise<HTMLElement> {
  (await workItemTree()).focus();
  await user.keyboard("{ArrowDown}{ArrowDown} {Shift>}{ArrowDown}{/Shift}");
  const toolbar = await screen.findByRole("toolbar", { name: "Selection" });
  within(toolbar).getByText("2 selected");
  await user.click(within(toolbar).getByRole("button", { name: "Edit" }));
  return findEditForm("Edit 2 work items");
}

/** The batch form with its fields; before they were read, another dialog holds their place. */
export async function findEditForm(name: string): Promise<HTMLElement> {
  await screen.findByRole("checkbox", { name: "Change Progress" });
  return screen.getByRole("dialog", { name });
}

/** Types a new progress and asks for the preview. */
export async function previewProgress(
  dialog: HTMLElement,
  { user, percent }: { user: OpenedPage["user"]; percent: string },
): Promise<void> {
  const progress = within(dialog).getByRole<HTMLInputElement>("textbox", { name: "New Progress" });
  await user.clear(progress);
  await user.type(progress, percent);
  await user.click(within(dialog).getByRole("button", { name: "Preview" }));
}

/** The open plan's items, as the server tells them. */
export async function readPlanItems({ browser }: OpenedPage): Promise<WorkItem[]> {
  const response = await browser.request(`/api${window.location.pathname}/items`);
  const list: { items: WorkItem[] } = await response.json();
  return list.items;
}
