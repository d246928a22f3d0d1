import type { ChangeSet } from "@gantry/api-contract";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { ResultsTable } from "../features/change-set/results-table.tsx";
import { TeamPage } from "../features/team/team-page.tsx";
import { ChangeSetJobPane } from "../ui/work-items/change-set-job-pane.tsx";
import { useJob } from "./plan/use-plan-queries.ts";

const route = getRouteApi("/app/team");

/** The team's page with its state in the address. */
export function TeamScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const go = useNavigate();
  return (
    <TeamPage
      search={search}
      onSearchChange={(next) => void navigate({ search: next, replace: true })}
      renderJob={(changeSet) => <Job key={changeSet.id} started={changeSet} />}
      onSeeChangeSet={(id) => void go({ to: "/changes/$id", params: { id } })}
    />
  );
}

/** One change set of a move, from its start to its outcome. */
function Job({ started }: { started: ChangeSet }) {
  const job = useJob(started.id);
  return (
    <ChangeSetJobPane
      changeSet={job?.changeSet ?? started}
      results={job !== null && <ResultsTable results={job.results} />}
    />
  );
}
