import type { Router } from "./router.tsx";

// Tells the router's hooks and links which routes there are.
declare module "@tanstack/react-router" {
  interface Register {
    router: Router;
  }
}
