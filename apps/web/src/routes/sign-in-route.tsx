import { createRoute, redirect } from "@tanstack/react-router";
import * as v from "valibot";
import { SignInPage } from "../features/session/sign-in-page.tsx";
import { sessionQueries } from "../queries/session-queries.ts";
import { rootRoute } from "./root-route.tsx";

/** Where to go after signing in: an address of ours only. */
const searchSchema = v.object({ to: v.optional(v.fallback(v.pipe(v.string(), v.regex(/^\/(?![/\\])/)), "/")) });

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: searchSchema,
  beforeLoad: async ({ context, search }) => {
    const info = await context.queryClient.ensureQueryData(sessionQueries.current());
    if (info.session !== null) throw redirect({ href: search.to ?? "/" });
  },
  component: function SignInRoute() {
    const { to } = signInRoute.useSearch();
    return <SignInPage to={to ?? "/"} />;
  },
});
