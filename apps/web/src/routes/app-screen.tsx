import { Outlet } from "@tanstack/react-router";
import { AppFrame } from "./app-frame.tsx";

/** The shell around the page that is open. */
export function AppScreen() {
  return (
    <AppFrame>
      <Outlet />
    </AppFrame>
  );
}
