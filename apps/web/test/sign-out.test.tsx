import "./install-page.ts";
import { act, screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { markSessionLost } from "../src/lib/session-state.ts";
import { openPage } from "./open-page.tsx";

it("signing out closes the live stream first, and is not taken for a lost session", async () => {
  const { user } = await openPage("/settings");
  await screen.findByRole("heading", { name: "Settings" });
  const close = vi.spyOn(globalThis.EventSource.prototype, "close");
  const send = globalThis.fetch;
  const ending = vi.fn<() => Promise<Response>>(() => new Promise(() => undefined));
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => (init.method === "DELETE" ? ending() : send(url, init)));
  await user.click(screen.getByRole("button", { name: /^Account of / }));
  await user.click(await screen.findByRole("menuitem", { name: "Sign out" }));
  await waitFor(() => expect(ending).toHaveBeenCalledTimes(1));
  expect(close).toHaveBeenCalled();
  await act(async () => markSessionLost());
  expect(screen.queryByRole("dialog")).toBeNull();
});
