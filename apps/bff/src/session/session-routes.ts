import { endpoints, type SessionInfo } from "@gantry/api-contract";
import type { Dependencies } from "../dependencies.ts";
import type { Feature } from "../feature.ts";
import { bind, bindPublic } from "../http/bind.ts";
import { toClearedCookie, toSessionCookie } from "../http/cookie.ts";
import type { Session } from "./session.ts";
import { createSessionSweep } from "./session-sweep.ts";

const SIGN_IN_BYTES = 4 * 1024;

/** Sign in, who am I, sign out. */
export function createSessionFeature(dependencies: Dependencies): Feature {
  const { sessions, signIn, demo } = dependencies;
  const toInfo = (session: Session | null): SessionInfo => ({
    demo: demo !== null,
    ...(demo === null ? {} : { demoCredentials: demo.credentials }),
    session: session === null ? null : toPublic(session),
  });

  return {
    ...createSessionSweep(dependencies),
    routes: [
      bindPublic(
        endpoints.signIn,
        async ({ body }, context) => {
          const { session, cookie } = await signIn(body, context);
          // A cookie that was there before is never valid after: its session ends with the new one's beginning.
          const former = context.cookie === null ? null : await sessions.find(context.cookie);
          if (former !== null) await sessions.end(former.id, { reason: "replaced", requestId: context.requestId });
          context.responseHeaders.append("set-cookie", toSessionCookie(cookie));
          return toInfo(session);
        },
        { maxBodyBytes: SIGN_IN_BYTES },
      ),
      bindPublic(endpoints.readSession, async (_input, { cookie }) =>
        toInfo(cookie === null ? null : await sessions.find(cookie)),
      ),
      bind(endpoints.signOut, async (_input, { session, requestId, responseHeaders }) => {
        await sessions.end(session.id, { reason: "signed-out", requestId });
        responseHeaders.append("set-cookie", toClearedCookie());
        responseHeaders.set("clear-site-data", '"cache"');
        return null;
      }),
    ],
  };
}

function toPublic(session: Session): NonNullable<SessionInfo["session"]> {
  const { userId, userNumericId, userName, displayName, account, expiresAt } = session;
  return { userId, userNumericId, userName, displayName, account, expiresAt };
}
