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
  const { count, undated } = props;
  const words = useWords();
  const isCoarse = useMediaQuery(media.coarse);
  return (
    <footer className="flex flex-col gap-2.5 border-t border-border bg-sunken px-4 py-3">
      {count > 0 && undated !== 0 && (
        <TextField
          label={words.backlog.startUndatedOn}
          type="date"
          value={props.startOn}
          onChange={(event) => props.onStartOnChange(event.target.value)}
          className="flex items-center gap-3 [&_label]:mb-0 [&_label]:flex-1 [&_label]:text-xs [&_label]:font-normal"
        />
      )}
      <div className="flex items-center justify-between gap-3">
        <div className="min-w-0 text-xs text-muted">
          {count === 0 ? (
            <p>{isCoarse ? words.backlog.howToChooseByTouch : words.backlog.howToChoose}</p>
          ) : (
            <>
              <p className="text-sm font-semibold text-text">{words.backlog.items(count)}</p>
              {props.refusal !== undefined && <p className="text-warning-text">{props.refusal}</p>}
              {props.refusal === undefined && undated !== null && <p>{words.backlog.undated(undated)}</p>}
            </>
          )}
        </div>
        <Button variant="primary" icon="add" disabledReason={props.refusal} onClick={props.onAdd}>
          {words.backlog.addToPlan}
        </Button>
      </div>
    </footer>
  );
}
