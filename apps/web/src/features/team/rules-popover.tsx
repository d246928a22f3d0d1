import { useWords } from "../../i18n/use-words.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Popover } from "../../ui/popover.tsx";
import { LoadLegend } from "./load-legend.tsx";

/** By which rules load is counted, and what the grounds mean. */
export function RulesPopover({ byItems }: { byItems: boolean }) {
  const { rules } = useWords().team;
  const lines = [rules.what, rules.left, rules.spread, rules.late, rules.noHours, rules.capacity, rules.who];
  return (
    <Popover label={rules.title} placement="bottom-end" trigger={<IconButton icon="info" label={rules.open} />}>
      {() => (
        <>
          <h2 className="font-semibold">{rules.title}</h2>
          <ul className="mt-2 flex list-disc flex-col gap-1.5 pl-4 text-xs">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <LoadLegend byItems={byItems} className="mt-3 border-t border-border pt-3 lg:hidden" />
        </>
      )}
    </Popover>
  );
}
