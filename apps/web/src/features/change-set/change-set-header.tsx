import type { ChangeSet } from "@gantry/api-contract";
import { Link } from "@tanstack/react-router";
import { sayState } from "../../i18n/say-state.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { stateLooks } from "../../ui/work-items/state-looks.ts";
import { SteeringButtons } from "./steering-buttons.tsx";
import { titleOf } from "./title.ts";

export type ChangeSetHeaderProps = {
  changeSet: ChangeSet;
  isMine: boolean;
  isDownloading: boolean;
  onDownload: () => void;
  onUndo: () => void;
};

/** What it is, its state, and what can be done with it now. */
export function ChangeSetHeader(props: ChangeSetHeaderProps) {
  const { changeSet, isMine } = props;
  const words = useWords();
  const said = words.changeSet;
  const { tone, icon } = stateLooks[changeSet.state];
  return (
    <header className="flex min-h-(--g-head) shrink-0 flex-wrap items-center gap-x-3 gap-y-2 px-gutter py-2">
      <nav aria-label={said.breadcrumb} className="flex items-center gap-3 text-sm text-muted max-md:hidden">
        <Link to="/changes" className="hover:text-text hover:underline">
          {said.changes}
        </Link>
        <span aria-hidden="true" className="text-faint">
          /
        </span>
      </nav>
      <h1 className="min-w-0 truncate text-xl font-semibold">{titleOf(changeSet, words)}</h1>
      <Badge tone={tone} icon={icon}>
        {sayState(changeSet, { words, isMine })}
      </Badge>
      <span className="flex-1 max-md:hidden" />
      <div className="flex flex-wrap items-center gap-2">
        <Button icon="export" busy={props.isDownloading} onClick={props.onDownload}>
          {said.download.csv}
        </Button>
        {isMine && <SteeringButtons changeSet={changeSet} onUndo={props.onUndo} />}
      </div>
    </header>
  );
}
