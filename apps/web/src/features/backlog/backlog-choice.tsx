import type { WorkItem } from "@gantry/api-contract";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import type { Choice } from "./choice.ts";

/** Above the list: how many are chosen, of what, and the way to all of them or to none. */
export function BacklogChoice(props: {
  choice: Choice;
  count: number;
  total: number;
  /** The list still shows what matched before. */
  isSearching: boolean;
  /** Rows that are loaded of a search; null without one. */
  listed: readonly WorkItem[] | null;
  /** All that matched an earlier search, which changing the search let go of. */
  letGo: { search: string; count: number } | null;
  onSelectAll: () => void;
  onClear: () => void;
  onGoBack: () => void;
}) {
  const { choice, count, total, listed, letGo } = props;
  const said = useWords().backlog;
  const canClear = choice.kind === "all" || (count > 0 && count >= total);
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center justify-between gap-x-2 border-b border-border px-4 py-1 text-xs">
      <span role="status" className={count === 0 ? "text-muted" : "text-text"}>
        {sayChosen()}
      </span>
      {canClear ? (
        <Button variant="link" className="text-xs" onClick={props.onClear}>
          {said.clear}
        </Button>
      ) : (
        total > 0 && (
          <Button
            variant="link"
            className="text-xs"
            disabledReason={props.isSearching ? said.searching : undefined}
            onClick={props.onSelectAll}
          >
            {said.selectAllMatching(total)}
          </Button>
        )
      )}
      {letGo !== null && (
        <p className="flex w-full items-start gap-2 pb-1 text-warning-text">
          <span className="flex-1">
            {letGo.search === "" ? said.letGoOfAll(letGo.count) : said.letGo(letGo.count, letGo.search)}
          </span>
          <Button variant="link" className="h-auto! text-xs" onClick={props.onGoBack}>
            {said.backToIt}
          </Button>
        </p>
      )}
    </div>
  );

  function sayChosen(): string {
    if (choice.kind === "all") {
      const left = choice.exceptIds.size;
      return left === 0 ? said.selectedAll(count) : said.selectedAllBut(count, left);
    }
    const shown = listed === null ? count : listed.filter(({ id }) => choice.ids.has(id)).length;
    return shown < count ? said.selectedElsewhere(count, count - shown) : said.selected(count);
  }
}
