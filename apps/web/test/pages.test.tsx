import "./install-page.ts";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { openPage } from "./open-page.tsx";

const plansTable = () => screen.findByRole("table", { name: "Plans" });

it("asks a stranger to sign in, fills the demo's form, and goes on to the page that was wanted", async () => {
  const { user } = await openPage("/settings", { signedIn: false });
  expect(await screen.findByRole("heading", { name: "Sign in" })).toBeTruthy();
  expect(screen.getByText(/This is a demo/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>("Account").value).not.toBe("");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByRole("heading", { name: "Settings" })).toBeTruthy();
  expect(document.title).toBe("Settings · Gantry");
});

it("says that a password is wrong, keeps the form, and sends it once only", async () => {
  const { user, server } = await openPage("/sign-in", { signedIn: false });
  const password = await screen.findByLabelText("Password");
  await user.clear(password);
  await user.type(password, "not-it");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Wrong user name or password. Not sent again");
  expect(screen.getByLabelText<HTMLInputElement>("User name").value).not.toBe("");
  const refusals = server.logLines.filter(({ fields }) => JSON.stringify(fields).includes("wrong_credentials"));
  expect(refusals.length).toBeLessThanOrEqual(1);
});

it("names the field that is missing in place of sending", async () => {
  const { user } = await openPage("/sign-in", { signedIn: false });
  const password = await screen.findByLabelText("Password");
  await user.clear(password);
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByText("Password is missing")).toBeTruthy();
  expect(document.activeElement).toBe(password);
});

it("lists every plan of every project and finds one by its name, in the address too", async () => {
  const { user } = await openPage("/");
  const table = await plansTable();
  await waitFor(() => expect(within(table).getAllByRole("row").length).toBe(42));
  await user.type(screen.getByRole("searchbox", { name: "Search plans" }), "checkout 3");
  await waitFor(() =>
    expect(
      within(table)
        .getAllByRole("link")
        .map((link) => link.textContent),
    ).toEqual(["Checkout 3.0"]),
  );
  expect(window.location.search).toBe("?q=checkout+3");
});

it("sorts by a column's head, and says so to a screen reader", async () => {
  const { user } = await openPage("/?type=mind");
  const table = await plansTable();
  await user.click(within(table).getByRole("button", { name: "Name" }));
  await waitFor(() =>
    expect(within(table).getByRole("columnheader", { name: /Name/ }).getAttribute("aria-sort")).toBe("ascending"),
  );
  // The lines follow their head when there is time for it.
  await waitFor(() => {
    const names = within(table)
      .getAllByRole("link")
      .map((link) => link.textContent ?? "");
    expect(names).toEqual(
      names.toSorted((left, right) => left.localeCompare(right, "en", { sensitivity: "base", numeric: true })),
    );
  });
  expect(window.location.search).toContain("sort=name");
});

it("gathers the plans under their projects, and says why one of them is late and by which rules", async () => {
  const { user } = await openPage("/?health=late");
  await user.click(await screen.findByRole("button", { name: "Group by project" }));
  const table = await plansTable();
  const head = await within(table).findByRole("button", { name: "Atlas Payments" });
  const late = await within(table).findByRole("row", { name: /Ledger migration/ });
  await user.click(within(late).getByRole("button", { name: /^Late: \d+ items past their end date, oldest \d+ days/ }));
  const dialog = await screen.findByRole("dialog", { name: "Health of Ledger migration" });
  expect(dialog.textContent).toContain("At least 3 items past their end date, or a single one for more than 7 days.");
  await user.click(within(dialog).getAllByRole("button", { name: "Close" })[0] ?? dialog);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.click(head);
  await waitFor(() => expect(within(table).queryByRole("link", { name: "Ledger migration" })).toBeNull());
  expect(head.getAttribute("aria-expanded")).toBe("false");
});

it("shows a hostile plan name as text", async () => {
  const { user } = await openPage("/?q=checkout+3");
  await plansTable();
  await user.click(screen.getByRole("button", { name: "New plan" }));
  const dialog = await screen.findByRole("dialog", { name: "New plan" });
  const name = "<img src=x onerror=alert(1)> ‮gnirps";
  await user.type(within(dialog).getByLabelText("Name"), name);
  await user.click(within(dialog).getByRole("combobox", { name: "Project" }));
  await user.click(await screen.findByRole("option", { name: "Fleet" }));
  await user.click(within(dialog).getByRole("button", { name: "Create plan" }));
  expect(await screen.findByRole("heading", { name })).toBeTruthy();
  expect(document.querySelector("img")).toBeNull();
});

it("keeps what was typed when the session is lost, and goes on after signing in over the page", async () => {
  const { user, browser } = await openPage("/?q=checkout+3");
  await plansTable();
  await user.click(screen.getByRole("button", { name: "New plan" }));
  const dialog = await screen.findByRole("dialog", { name: "New plan" });
  await user.type(within(dialog).getByLabelText("Name"), "Half-written");
  await user.click(within(dialog).getByRole("combobox", { name: "Project" }));
  await user.click(await screen.findByRole("option", { name: "Fleet" }));
  await browser.request("/api/session", { method: "DELETE" });
  await user.click(within(dialog).getByRole("button", { name: "Create plan" }));
  const again = await screen.findByRole("dialog", { name: "Sign in to go on" });
  await user.click(within(again).getByRole("button", { name: "Sign in" }));
  await waitFor(() => expect(screen.queryByRole("dialog", { name: "Sign in to go on" })).toBeNull());
  expect(within(dialog).getByLabelText<HTMLInputElement>("Name").value).toBe("Half-written");
  await user.click(within(dialog).getByRole("button", { name: "Create plan" }));
  expect(await screen.findByRole("heading", { name: "Half-written" })).toBeTruthy();
});

it("changes the language at once and remembers it", async () => {
  const { user } = await openPage("/settings");
  await user.click(await screen.findByRole("radio", { name: "简体中文" }));
  expect(await screen.findByRole("heading", { name: "设置" })).toBeTruthy();
  expect(localStorage.getItem("gantry.settings")).toContain('"language":"zh-CN"');
});

it("says what to do where nothing was changed yet", async () => {
  await openPage("/changes");
  expect(await screen.findByText(/Nothing changed yet/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Go to Plans" })).toBeTruthy();
});
