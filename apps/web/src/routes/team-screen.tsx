import type { ChangeSet } from "@gantry/api-contract";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { ResultsTable } from "../features/change-set/results-table.tsx";
import { TeamPage } from "../features/team/team-page.tsx";
import { type TeamSearch, toList } from "../features/team/team-search.ts";
import { fromTeamViewText, teamPresetsOf, toTeamViewText } from "../features/team/view-search.ts";
import { SavedViews } from "../features/views/saved-views.tsx";
import { useWords } from "../i18n/use-words.ts";
import { useShownProjects } from "../lib/shown-projects.ts";
import { ChangeSetJobPane } from "../ui/work-items/change-set-job-pane.tsx";
import { useJob } from "./plan/use-plan-queries.ts";

const route = getRouteApi("/app/team");

/** The team's page with its state in the address. */
export function TeamScreen() {
  const words = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const go = useNavigate();
  const projects = toList(search.project);
  useShownProjects(projects.length === 0 ? "all" : projects);
  const onSearchChange = (next: TeamSearch) => void navigate({ search: next, replace: true });
  return (
    <TeamPage
      search={search}
      onSearchChange={onSearchChange}
      views={
        <SavedViews
          kind="team"
          search={toTeamViewText(search)}
          builtIn={teamPresetsOf(search).map((view) => ({ ...view, label: words.team.presets[view.key] }))}
          onChange={(text) => onSearchChange(fromTeamViewText(text, search))}
        />
      }
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
