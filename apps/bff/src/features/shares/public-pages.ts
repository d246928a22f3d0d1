import type { PlanRollUp, PublicPlan, PublicShare, ShareHide, WorkItem } from "@gantry/api-contract";
import type { KnownPlan } from "../../mirror/mirror.ts";
import { todayInChina } from "../overview/today.ts";
import { toOverviewPlans } from "../overview/roll-ups.ts";
import { openShare, type OpenShare, type ShareReader, shareNotFound } from "./open-share.ts";
import { toPublicPlan } from "./redact.ts";
import { countOpening } from "./store.ts";

type Asked = { token: string; requestId: string };

/** What a link shows at its top. Throws `share.not_found`. */
export async function readPublicShare(reader: ShareReader, { token, requestId }: Asked): Promise<PublicShare> {
  const { database, clock } = reader;
  const share = await openShare(reader, { use: "page", token, kinds: ["plan", "overview"] });
  const { row, hides } = share;
  const plans = await addUp(reader, share);
  const heading = {
    name: row.name,
    sharedBy: hides.includes("people") ? null : row.user_name,
    hides: [...hides],
    expiresAt: row.expires_at,
  };
  await database
    .transaction()
    .execute((transaction) => countOpening(transaction, { id: row.id, now: clock.now(), requestId }));
  if (row.kind === "overview") return { kind: "overview", ...heading, plans };
  const [plan] = plans;
  if (plan === undefined) throw shareNotFound();
  return { kind: "plan", ...heading, name: plan.name, plan };
}

/** The items of the one plan that a link shows, and what is to be hidden of them. Throws `share.not_found`. */
export async function openPublicItems(
  reader: ShareReader,
  token: string,
): Promise<{ items: readonly WorkItem[]; hides: readonly ShareHide[] }> {
  const { plans, hides } = await openShare(reader, { use: "page", token, kinds: ["plan"] });
  return { items: plans[0]?.known.items ?? [], hides };
}

/** The plans in the share's order; what a project's plans add up to is worked out together. */
async function addUp({ database, clock }: ShareReader, { row, hides, plans }: OpenShare): Promise<PublicPlan[]> {
  const today = todayInChina(clock.now());
  const byProject = new Map<string, KnownPlan[]>();
  for (const { known } of plans) {
    const { projectId } = known.plan;
    byProject.set(projectId, [...(byProject.get(projectId) ?? []), known]);
  }
  const rollUps = new Map<string, PlanRollUp | null>();
  for (const [projectId, ofProject] of byProject) {
    const project = { domainId: row.domain_id, projectId };
    const rows = await toOverviewPlans(ofProject, { database, project, today });
    for (const { plan, rollUp } of rows) rollUps.set(`${projectId}/${plan.id}`, rollUp);
  }
  return plans.map(({ known, projectName }, index) =>
    toPublicPlan(known, {
      key: String(index + 1),
      project: projectName,
      rollUp: rollUps.get(`${known.plan.projectId}/${known.plan.id}`) ?? null,
      hides,
    }),
  );
}
