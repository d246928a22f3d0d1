import * as v from "valibot";
import type { Bus } from "../bus.ts";
import type { Store, Tell } from "../database/store.ts";
import type { Session } from "./session.ts";

const newsSchema = v.object({
  type: v.picklist(["signed-in", "session-ended"]),
  sessionId: v.string(),
  userId: v.string(),
  domainId: v.string(),
});

/** Tells every replica, this one included, that a session began or ended. */
export function tellSession(tell: Tell, type: "signed-in" | "session-ended", session: Session): void {
  const { id: sessionId, userId, domainId } = session;
  tell("session", { type, sessionId, userId, domainId });
}

/** Passes what any replica tells on to the parts of this process. `onEnd` hears of an end before they do. */
export function passSessionNewsOn(
  { channel }: Pick<Store, "channel">,
  { bus, onEnd }: { bus: Bus; onEnd: (sessionId: string) => void },
): void {
  channel.subscribe("session", (message) => {
    const parsed = v.safeParse(newsSchema, message);
    if (!parsed.success) return;
    if (parsed.output.type === "session-ended") onEnd(parsed.output.sessionId);
    bus.emit(parsed.output);
  });
  channel.onGap(() => bus.emit({ type: "news-missed" }));
}
