import type { Credentials } from "@gantry/api-contract";
import type { Fetch } from "@gantry/codearts-client";
import type { Clock } from "../clock.ts";
import type { DemoPlan } from "./seed-demo.ts";

export type Demo = { fetch: Fetch; credentials: Credentials; plans: readonly DemoPlan[] };

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
  const { store } = simulator;
  const ganttCharts = store
    .projects()
    .flatMap((project) => store.plansOf(project.id).map((plan) => ({ project, plan })))
    .filter(({ project, plan }) => project.kind === "scrum" && plan.type === "gantt");
  return {
    fetch: (url, init) => simulator.fetch(url, init),
    credentials: { account, userName, password },
    plans: ganttCharts.map(({ project, plan }) => ({
      domainId: project.domain.id,
      projectId: project.id,
      planId: plan.id,
      owner: plan.creator.nickName,
      items: [...plan.itemIds].flatMap((id) => {
        const item = store.scrumItem(id);
        if (item === undefined || store.hasChildren(item.id)) return [];
        return [{ id, parentId: item.parentId, start: item.begin, end: item.end }];
      }),
    })),
  };
}
