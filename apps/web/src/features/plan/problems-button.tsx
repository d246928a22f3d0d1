import type { WorkItem } from "@gantry/api-contract";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Popover } from "../../ui/popover.tsx";
import { ItemTypeIcon } from "../../ui/work-items/item-type-icon.tsx";

export type ProblemsButtonProps = {
  /** What is wrong, in words, by item. */
  problems: ReadonlyMap<string, readonly string[]>;
  byId: ReadonlyMap<string, WorkItem>;
  /** Brings an item's line into view and focuses it. */
  onGoTo: (itemId: string) => void;
};

/** Beyond these the rows' own warnings have to do. */
const MOST_LISTED = 200;

/** "3 problems": what can't be right in the plan's data, each with the way to its line. Nothing where all is well. */
export function ProblemsButton({ problems, byId, onGoTo }: ProblemsButtonProps) {
  const words = useWords();
  const said = words.plan.problems;
  const lines = [...problems].flatMap(([id, texts]) => {
    const item = byId.get(id);
    return item === undefined ? [] : texts.map((text) => ({ item, text }));
  });
  if (lines.length === 0) return null;
  const trigger = (
    <Button icon="health-at-risk" className="border-warning-line bg-warning-soft text-warning-text">
      {said.count(lines.length)}
    </Button>
  );
  return (
    <Popover label={said.title} trigger={trigger}>
      {(close) => (
        <section aria-label={said.title}>
          <p className="mb-2 text-xs text-muted">{said.hint}</p>
          <ul className="-mx-1 flex flex-col">
            {lines.slice(0, MOST_LISTED).map(({ item, text }) => (
              <li key={`${item.id} ${text}`}>
                <button
                  type="button"
                  onClick={() => {
                    close();
                    onGoTo(item.id);
                  }}
                  className="motion-hover focus-inset w-full rounded-sm px-1 py-1 text-left hover:bg-hover"
                >
                  <span className="flex items-center gap-1.5 font-medium">
                    <ItemTypeIcon type={item.type} shape={item.shape} />
                    <span className="truncate">{item.title}</span>
                  </span>
                  <span className="block text-xs text-warning-text">{text}</span>
                </button>
              </li>
            ))}
          </ul>
          {lines.length > MOST_LISTED && (
            <p className="mt-2 text-xs text-muted">{words.plan.more(lines.length - MOST_LISTED)}</p>
          )}
        </section>
      )}
    </Popover>
  );
}
