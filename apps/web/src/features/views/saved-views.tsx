import type { View, ViewKind } from "@gantry/api-contract";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { viewQueries } from "../../queries/view-queries.ts";
import { Button } from "../../ui/button.tsx";
import { rememberView, useChosenViews } from "./chosen-view.ts";
import { isSameSearch } from "./is-same-search.ts";
import { SaveViewDialog } from "./save-view-dialog.tsx";
import { ViewMenu } from "./view-menu.tsx";
import { ViewTab } from "./view-tab.tsx";

type BuiltInView = { key: string; label: string; search: string };

export type SavedViewsProps = {
  kind: ViewKind;
  /** What is shown: the query of the address without its `?`, of what views hold alone. */
  search: string;
  builtIn: readonly BuiltInView[];
  /** Shows another query. */
  onChange: (search: string) => void;
  /** Rows that a query shows, where the page knows. */
  countOf?: (search: string) => number;
};

/** The row of tabs over a page: its own views, one's saved ones and those that colleagues share. */
export function SavedViews(props: SavedViewsProps) {
  const { kind, search, builtIn, onChange, countOf } = props;
  const words = useWords();
  const format = useFormat();
  const saved = useQuery(viewQueries.list(kind)).data?.items ?? [];
  const chosen = useChosenViews((store) => store.chosen[kind]);
  const [isSaving, setSaving] = useState(false);
  useDefaultView({ kind, search, saved, chosen, onChange });

  const sayCount = (of: string) => (countOf === undefined ? undefined : format.number(countOf(of)));
  const fitting = [
    ...builtIn.flatMap((view) => (isSameSearch(view.search, search) ? [view.key] : [])),
    ...saved.flatMap((view) => (isSameSearch(view.search, search) ? [view.id] : [])),
  ];
  const current = fitting.find((key) => key === chosen) ?? fitting[0];
  const changed = current === undefined ? saved.find(({ id }) => id === chosen) : undefined;
  const open = (key: string, to: string) => {
    rememberView(kind, key);
    onChange(to);
  };
  const openView = (view: View) => open(view.id, view.search);

  return (
    <div className="mt-1 flex min-w-0 items-stretch border-b border-border px-gutter">
      <fieldset aria-label={words.views.label} className="-mb-px flex min-w-0 flex-1 overflow-x-auto">
        {builtIn.map((view) => (
          <ViewTab
            key={view.key}
            label={view.label}
            count={sayCount(view.search)}
            isCurrent={view.key === current}
            onPress={() => open(view.key, view.search)}
          />
        ))}
        {saved.map((view) => (
          <ViewTab
            key={view.id}
            label={view.name}
            sharedBy={view.isShared ? (view.isMine ? words.views.byYou : view.ownerName) : undefined}
            count={view === changed ? undefined : sayCount(view.search)}
            isCurrent={view.id === current}
            isChanged={view === changed}
            onPress={() => openView(view)}
            menu={
              (view.id === current || view === changed) && (
                <ViewMenu view={view} shown={search} onOpen={openView} onSaveAs={() => setSaving(true)} />
              )
            }
          />
        ))}
      </fieldset>
      {current === undefined && (
        <span className="flex shrink-0 items-center pl-2">
          <Button variant="link" onClick={() => setSaving(true)}>
            {words.views.save}
          </Button>
        </span>
      )}
      {isSaving && (
        <SaveViewDialog
          kind={kind}
          search={search}
          onSaved={(view) => {
            rememberView(kind, view.id);
            setSaving(false);
          }}
          onClose={() => setSaving(false)}
        />
      )}
    </div>
  );
}

/** Opens the page with the view that was chosen for it, where the address asks for nothing and nobody chose since. */
function useDefaultView(
  given: Pick<SavedViewsProps, "kind" | "search" | "onChange"> & {
    saved: readonly View[];
    chosen: string | undefined;
  },
): void {
  const { kind, search, saved, chosen, onChange } = given;
  const first = search === "" && chosen === undefined ? saved.find(({ isDefault }) => isDefault) : undefined;
  const id = first?.id;
  const to = first?.search;
  useEffect(() => {
    if (id === undefined || to === undefined) return;
    rememberView(kind, id);
    onChange(to);
  }, [kind, id, to, onChange]);
}
