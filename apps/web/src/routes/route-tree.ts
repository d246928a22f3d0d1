import { appRoute } from "./app-route.tsx";
import { auditRoute } from "./audit-route.tsx";
import { changeSetRoute } from "./change-set-route.tsx";
import { changesRoute } from "./changes-route.tsx";
import { coverageRoute } from "./coverage-route.tsx";
import { planRoute } from "./plan-route.tsx";
import { plansRoute } from "./plans-route.tsx";
import { rootRoute } from "./root-route.tsx";
import { settingsRoute } from "./settings-route.tsx";
import { shareRoute } from "./share-route.tsx";
import { signInRoute } from "./sign-in-route.tsx";
import { teamRoute } from "./team-route.tsx";
import { trendsRoute } from "./trends-route.tsx";

export const routeTree = rootRoute.addChildren([
  signInRoute,
  shareRoute,
  appRoute.addChildren([
    plansRoute,
    planRoute,
    teamRoute,
    coverageRoute,
    trendsRoute,
    changesRoute,
    auditRoute,
    changeSetRoute,
    settingsRoute,
  ]),
]);
