import { MAX_ITEMS } from "@gantry/api-contract";
import { useWords } from "../../i18n/use-words.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";

/** What is chosen, where undated items start, and the way onto the plan. */
export function BacklogFooter(props: {
  count: number;
  /** Null: not known of all. */
  undated: number | null;
  startOn: string;
  onStartOnChange: (day: string) => void;
  refusal: string | undefined;
  onAdd: () => void;
}) {
  const { count, undated, refusal } = props;
  const words = useWords();
  const said = words.backlog;
  const isCoarse = useMediaQuery(media.coarse);
  const note =
    refusal ??
    (count > MAX_ITEMS ? said.firstTaken(MAX_ITEMS, count - MAX_ITEMS) : undated === null ? "" : said.undated(undated));
  return (
    <footer className="flex flex-col gap-2.5 border-t border-border bg-sunken px-4 py-3">
      {count > 0 && undated !== 0 && (
        <TextField
          label={said.startUndatedOn}
          type="date"
          value={props.startOn}
          onChange={(event) => props.onStartOnChange(event.target.value)}
          className="flex items-center gap-3 [&_label]:mb-0 [&_label]:flex-1 [&_label]:text-xs [&_label]:font-normal"
        />
      )}
      <div className="flex items-center justify-between gap-3">
        <div className="min-w-0 text-xs text-muted">
          {count === 0 ? (
            <p>{isCoarse ? said.howToChooseByTouch : said.howToChoose}</p>
          ) : (
            <>
              <p className="text-sm font-semibold text-text">{said.items(count)}</p>
              <p className={refusal === undefined ? "" : "text-warning-text"}>{note}</p>
            </>
          )}
        </div>
        <Button variant="primary" icon="add" disabledReason={refusal} onClick={props.onAdd}>
          {said.addToPlan}
        </Button>
      </div>
    </footer>
  );
}
