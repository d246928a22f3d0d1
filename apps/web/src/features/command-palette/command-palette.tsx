import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useMemo, useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { changeSetTitle } from "../../i18n/change-set-title.ts";
import { changeSetQueries } from "../../queries/change-set-queries.ts";
import { overviewQueries } from "../../queries/overview-queries.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import { changeSetEntries, findEntries, type PaletteTarget, planEntries } from "./palette-entries.ts";
import { useActionEntries } from "./use-action-entries.ts";

export type CommandPaletteProps = {
  open: boolean;
  onClose: () => void;
  onShowShortcuts: () => void;
  onSignOut: () => void;
};

/** Ctrl/⌘ K: any plan, project or change set by its name, and what can be done from everywhere. */
export function CommandPalette(props: CommandPaletteProps) {
  const words = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const [search, setSearch] = useState("");
  const overview = useQuery({ ...overviewQueries.all(), enabled: props.open }).data;
  const changeSets = useInfiniteQuery({ ...changeSetQueries.list(), enabled: props.open }).data;
  const actions = useActionEntries({ onShowShortcuts: props.onShowShortcuts, onSignOut: props.onSignOut });
  const entries = useMemo(
    () => [
      ...actions,
      ...planEntries(props.open ? overview : undefined, { plansOf: words.palette.plansOf }),
      ...changeSetEntries(changeSets?.pages.flatMap((page) => page.items) ?? [], {
        title: (changeSet) => changeSetTitle(changeSet, { words }),
        hint: (changeSet) =>
          format.list([changeSet.planName ?? changeSet.projectName, format.instant(changeSet.createdAt)]),
      }),
    ],
    [actions, overview, props.open, changeSets, words, format],
  );
  const wanted = useDeferredValue(search);
  const groups = useMemo(() => findEntries(entries, wanted), [entries, wanted]);

  const go = (target: PaletteTarget) => {
    switch (target.kind) {
      case "page":
        return void navigate({ to: target.to });
      case "plan":
        return void navigate({
          to: "/projects/$projectId/plans/$planId",
          params: { projectId: target.projectId, planId: target.planId },
        });
      case "project":
        return void navigate({ to: "/", search: { project: target.projectId } });
      case "change-set":
        return void navigate({ to: "/changes/$id", params: { id: target.id } });
      case "action":
        return target.run();
    }
  };
  const pick = (id: string) => {
    const entry = entries.find((one) => one.id === id);
    if (entry === undefined) return;
    props.onClose();
    setSearch("");
    go(entry.target);
  };

  return (
    <CommandDialog
      open={props.open}
      onClose={props.onClose}
      label={words.palette.title}
      placeholder={words.palette.placeholder}
      search={search}
      onSearch={setSearch}
      groups={groups.map(({ group, entries: items }) => ({ id: group, label: words.palette.group[group], items }))}
      onPick={pick}
      empty={words.palette.nothing}
    />
  );
}
