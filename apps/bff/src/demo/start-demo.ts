import type { Credentials } from "@gantry/api-contract";
import type { Fetch } from "@gantry/codearts-client";
import type { Clock } from "../clock.ts";

export type Demo = { fetch: Fetch; credentials: Credentials };

/**
 * CodeArts' stand-in for the demo, on a made-up team. Imported only here and only now: a server with a real CodeArts
 * never loads it.
 */
export async function startDemo(clock: Clock): Promise<Demo> {
  const { createSimulator } = await import("@gantry/codearts-simulator");
  const simulator = createSimulator({ clock: clock.now });
  const [first] = simulator.credentials;
  if (first === undefined) throw new Error("The demo has no users");
  const { account, userName, password } = first;
  return { fetch: (url, init) => simulator.fetch(url, init), credentials: { account, userName, password } };
}
