import { type Load, type LoadQuery, MAX_LOAD_WEEKS } from "@gantry/api-contract";
import { createLoadFrame, createWorkingCalendar, type LoadFrame } from "@gantry/schedule";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { useSettings } from "../../lib/settings.ts";
import { loadQueries } from "../../queries/load-queries.ts";
import { overviewQueries, readOverviewAnew } from "../../queries/overview-queries.ts";
import { type Team, teamQueries } from "../../queries/team-queries.ts";
import { type TeamSearch, toList } from "./team-search.ts";
import { withMembers } from "./with-members.ts";

/**
 * The load that the address asks for, and that of all plans, by which moves are judged. Behind it the overview is
 * read on, and what it learns is counted.
 */
export function useTeamLoad(search: Pick<TeamSearch, "project" | "plan">) {
  const calendar = useSettings((settings) => settings.calendar);
  const firstDayOfWeek = useSettings((settings) => settings.firstDayOfWeek);
  const everything = useMemo(
    (): LoadQuery => ({ calendar, firstDayOfWeek, weeks: MAX_LOAD_WEEKS }),
    [calendar, firstDayOfWeek],
  );
  const query = useMemo((): LoadQuery => {
    const [projects, plans] = [toList(search.project), toList(search.plan)];
    return { ...everything, ...(projects.length > 0 && { projects }), ...(plans.length > 0 && { plans }) };
  }, [everything, search.project, search.plan]);
  const reading = useQuery({ ...loadQueries.people(query), placeholderData: keepPreviousData });
  const whole = useQuery({ ...loadQueries.people(everything), placeholderData: keepPreviousData });
  const overview = useReadOn();
  // Behind everything else: who has nothing to do is the last that is asked for.
  const team = useQuery({ ...teamQueries.all(), enabled: !overview.isReading });
  const today = reading.data?.today;
  const frame = useMemo(
    (): LoadFrame | null =>
      today === undefined
        ? null
        : createLoadFrame({ calendar: createWorkingCalendar(calendar), today, firstDayOfWeek, weeks: MAX_LOAD_WEEKS }),
    [calendar, today, firstDayOfWeek],
  );
  const load = useWithMembers(reading.data, { team: team.data, filter: query });
  const all = useWithMembers(whole.data, { team: team.data, filter: everything });
  return { query, reading, load, whole: all ?? load, frame, overview, team };
}

function useWithMembers(
  load: Load | undefined,
  { team, filter }: { team: Team | undefined; filter: LoadQuery },
): Load | undefined {
  return useMemo(
    () => (load === undefined || team === undefined ? load : withMembers(load, { team, filter })),
    [load, team, filter],
  );
}

/** Reads on what CodeArts has, as the plans' page does; with each project that has answered, load is counted anew. */
function useReadOn() {
  const client = useQueryClient();
  const reading = useQuery(overviewQueries.all());
  const projects = reading.data?.projects ?? [];
  const state = `${reading.isFetching} ${projects.map(({ isReading, readAt }) => `${isReading}${readAt}`).join()}`;
  const counted = useRef(state);
  useEffect(() => {
    if (counted.current === state) return;
    counted.current = state;
    // Not one on top of another: the last change of state comes when everything has been read.
    void client.invalidateQueries({ queryKey: loadQueries.key }, { cancelRefetch: !reading.isFetching });
  }, [client, state, reading.isFetching]);
  return {
    isReading: reading.isFetching,
    read: projects.filter((one) => !one.isReading).length,
    all: projects.length,
    failed: projects.flatMap(({ project, error }) => (error === null ? [] : [project.name])),
    readAgain: () => void readOverviewAnew(client),
  };
}
