import type { ReactNode } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Popover } from "../../ui/popover.tsx";

/** Button "More": the tools that the toolbar has no room for, below each other with their names. */
export function MoreTools(props: { children: ReactNode }) {
  const { moreTools } = useWords().plan;
  return (
    <Popover label={moreTools} placement="bottom-end" trigger={<IconButton icon="more" label={moreTools} />}>
      {() => <div className="flex flex-col items-stretch gap-2">{props.children}</div>}
    </Popover>
  );
}
