import type { Change, Preview } from "@gantry/api-contract";
import { sayDuration } from "../../../i18n/say-duration.ts";
import { useWords } from "../../../i18n/use-words.ts";
import { countItems } from "./ticks.ts";

/** What is to be sent: how many changes to how many items, how long it takes and in how many calls. */
export function PreviewSummary(props: {
  preview: Preview;
  ticked: readonly Pick<Change, "itemId">[];
  /** A last sentence, small. */
  end?: string;
}) {
  const { preview, ticked } = props;
  const words = useWords();
  const said = words.preview;
  const duration = sayDuration(preview.estimateMs, { words });
  const isWhole = ticked.length === preview.changes.length;
  return (
    <>
      <p className="font-semibold">{said.summary(ticked.length, countItems(ticked))}</p>
      <p className="text-xs text-muted">
        {words.common.sentences([
          (isWhole ? said.estimate : said.atMost)(duration, preview.upstreamCalls),
          props.end ?? "",
        ])}
      </p>
    </>
  );
}
