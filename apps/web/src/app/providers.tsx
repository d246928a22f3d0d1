import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { IconSprite } from "../ui/icons/icon-sprite.tsx";
import { ToastRegion } from "../ui/toasts.tsx";
import type { Router } from "./router.tsx";

/** Everything that stands once around all pages. */
export function App(props: { queryClient: QueryClient; router: Router }) {
  return (
    <QueryClientProvider client={props.queryClient}>
      <IconSprite />
      <RouterProvider router={props.router} />
      <ToastRegion />
    </QueryClientProvider>
  );
}
