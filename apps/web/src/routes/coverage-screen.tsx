import type { ChangeSet } from "@gantry/api-contract";
import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { StartWith } from "../features/batch-edit/draft.ts";
import { AddToPlanDialog } from "../features/coverage/add-to-plan-dialog.tsx";
import { type ChosenItems, CoveragePage } from "../features/coverage/coverage-page.tsx";
import { SelectionToolbar } from "../features/selection/selection-toolbar.tsx";
import { noteCoverageChange } from "../queries/coverage-queries.ts";
import { untilFinished } from "../queries/until-finished.ts";
import { EditSession } from "./plan/edit-session.tsx";
import { LinkSession } from "./plan/link-session.tsx";
import { useShownProjects } from "../lib/shown-projects.ts";

const route = getRouteApi("/app/coverage");

/** What lies over the page: editing the items that were chosen, or adding them to a plan. */
type Over =
  | { kind: "edit"; chosen: ChosenItems; startWith: StartWith }
  | { kind: "choose-plan"; chosen: ChosenItems }
  | { kind: "link"; chosen: ChosenItems; plan: { id: string; name: string } };

/** The coverage's page with its state in the address, and what is done with the items that it finds. */
export function CoverageScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  useShownProjects(search.project === undefined ? "all" : [search.project]);
  const go = useNavigate();
  const client = useQueryClient();
  const [over, setOver] = useState<Over | null>(null);
  const byId = useMemo(() => new Map(over?.chosen.items.map((item) => [item.id, item])), [over]);
  const close = () => setOver(null);
  const see = (id: string) => void go({ to: "/changes/$id", params: { id } });
  // Whoever hears no events of the server still sees what became of it.
  const started = ({ id, projectId }: ChangeSet) =>
    void untilFinished(client, id).then(() => noteCoverageChange(client, projectId));
  return (
    <>
      <CoveragePage
        search={search}
        onSearchChange={(next) => void navigate({ search: next, replace: true })}
        renderToolbar={(chosen) => (
          <SelectionToolbar
            count={chosen.items.length}
            onEdit={() => setOver({ kind: "edit", chosen, startWith: "nothing" })}
            onAssign={() => setOver({ kind: "edit", chosen, startWith: "assignee" })}
            onShift={() => setOver({ kind: "edit", chosen, startWith: "shift" })}
            onAddToPlan={
              chosen.gantts === null || (search.kind ?? "no-plan") !== "no-plan"
                ? undefined
                : () => setOver({ kind: "choose-plan", chosen })
            }
            onClear={chosen.clear}
          />
        )}
      />
      {over?.kind === "edit" && (
        <EditSession
          projectId={over.chosen.projectId}
          plan={null}
          itemIds={over.chosen.items.map(({ id }) => id)}
          byId={byId}
          startWith={over.startWith}
          onStarted={started}
          onSeeChangeSet={see}
          onClose={close}
        />
      )}
      {over?.kind === "choose-plan" && (
        <AddToPlanDialog
          count={over.chosen.items.length}
          gantts={over.chosen.gantts ?? []}
          onChoose={(plan) => setOver({ ...over, kind: "link", plan })}
          onClose={close}
        />
      )}
      {over?.kind === "link" && (
        <LinkSession
          plan={{ projectId: over.chosen.projectId, planId: over.plan.id, name: over.plan.name }}
          wish={{
            choice: { kind: "some", ids: new Set(over.chosen.items.map(({ id }) => id)), anchorId: null },
            count: over.chosen.items.length,
            scheduleUndatedOn: null,
          }}
          onStarted={started}
          onSeeChangeSet={see}
          onClose={close}
        />
      )}
    </>
  );
}
