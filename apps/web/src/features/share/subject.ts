import type { NewShare, Share, ShareHide } from "@gantry/api-contract";

/** What a page offers to share. */
export type ShareSubject =
  | { kind: "plan"; projectId: string; planId: string; name: string }
  | { kind: "overview"; name: string; plans: readonly { projectId: string; planId: string }[] };

/** Something of the page's own, to show what a reader will see; null = the page has none. */
export type ShareExample = {
  plan: string;
  project: string | null;
  person: string | null;
  item: { title: string; number: string } | null;
};

export type ShareDays = Extract<NewShare, { kind: "plan" }>["days"];

/** What can be hidden: an overview has no items. */
export function hidesFor(subject: ShareSubject): readonly ShareHide[] {
  return subject.kind === "plan" ? ["people", "titles", "numbers", "projects"] : ["people", "projects"];
}

export function toPageShare(
  subject: ShareSubject,
  { name, hides, days }: { name: string; hides: readonly ShareHide[]; days: ShareDays },
): NewShare {
  const chosen = { hides: [...hides], days };
  return subject.kind === "plan"
    ? { kind: "plan", projectId: subject.projectId, planId: subject.planId, ...chosen }
    : { kind: "overview", name, plans: [...subject.plans], ...chosen };
}

/** Links that were made to the same thing. */
export function isOfSubject({ kind, plan }: Share, subject: ShareSubject): boolean {
  if (subject.kind === "overview") return kind === "overview";
  return plan?.projectId === subject.projectId && plan.planId === subject.planId;
}
