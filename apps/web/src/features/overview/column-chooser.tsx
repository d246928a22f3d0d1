import { useWords } from "../../i18n/use-words.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Popover } from "../../ui/popover.tsx";
import { CHOOSABLE } from "./columns.ts";
import type { ColumnChoice } from "./use-columns.ts";

/** Which columns stand beside the name, and the way back to the usual ones. */
export function ColumnChooser({ choice }: { choice: ColumnChoice }) {
  const words = useWords();
  const isPhone = useMediaQuery(media.phone);
  const { choose, column } = words.overview;
  return (
    <Popover
      label={choose.columns}
      placement="bottom-end"
      trigger={
        isPhone ? (
          <IconButton icon="columns" label={choose.columns} />
        ) : (
          <Button variant="ghost" icon="columns">
            {choose.columns}
          </Button>
        )
      }
    >
      {() => (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 text-xs font-medium text-muted">{choose.columns}</legend>
          {CHOOSABLE.map((key) => (
            <Checkbox
              key={key}
              label={column[key]}
              checked={choice.chosen.includes(key)}
              onChange={(on) =>
                choice.choose(on ? [...choice.chosen, key] : choice.chosen.filter((one) => one !== key))
              }
            />
          ))}
          <p className="text-xs text-muted">{choose.room}</p>
          <Button
            variant="ghost"
            className="self-start"
            onClick={choice.reset}
            disabledReason={choice.isChanged ? undefined : choose.usualShown}
          >
            {choose.usual}
          </Button>
        </fieldset>
      )}
    </Popover>
  );
}
