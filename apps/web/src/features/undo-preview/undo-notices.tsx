import type { Preview, SkipReason } from "@gantry/api-contract";
import { useWords } from "../../i18n/use-words.ts";
import { Notice } from "../../ui/notice.tsx";
import { countItems } from "../../ui/work-items/preview/ticks.ts";

/** Above what would be put back: what will not be, in plain words. */
export function UndoNotices({ preview }: { preview: Preview }) {
  const said = useWords().undo;
  const count = (reason: SkipReason) => countItems(preview.skipped.filter((skip) => skip.reason === reason));
  const changedSince = count("changed-since");
  const links = count("not-removable");
  const isNothing = preview.changes.length === 0;
  if (changedSince === 0 && links === 0 && !isNothing) return null;
  return (
    <div className="flex shrink-0 flex-col gap-2 px-4 py-3">
      {isNothing && <p className="text-md">{said.nothing}</p>}
      {changedSince > 0 && (
        <Notice tone="warning" icon="outcome-conflict">
          {said.changedSince(changedSince)}
        </Notice>
      )}
      {links > 0 && (
        <Notice tone="neutral" icon="info">
          {said.linksStay(links)}
        </Notice>
      )}
    </div>
  );
}
