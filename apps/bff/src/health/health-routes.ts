import { endpoints } from "@gantry/api-contract";
import { sql } from "kysely";
import { AppError } from "../app-error.ts";
import type { Dependencies } from "../dependencies.ts";
import type { Feature } from "../feature.ts";
import { bindPublic } from "../http/bind.ts";

/** Whether the process lives, and whether it can serve. Both say nothing else. */
export function createHealthFeature({ database, bus }: Dependencies): Feature {
  let isStopping = false;
  bus.subscribe((event) => {
    if (event.type === "server-stopping") isStopping = true;
  });
  return {
    routes: [
      bindPublic(endpoints.readLiveness, async () => ({ status: "ok" as const })),
      bindPublic(endpoints.readReadiness, async () => {
        if (isStopping) throw new AppError("server.stopping", "Gantry is stopping");
        await sql`select 1`.execute(database);
        return { status: "ok" as const };
      }),
    ],
  };
}
