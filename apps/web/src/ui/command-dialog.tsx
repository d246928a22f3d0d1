import { type ReactNode, Suspense, use, useState } from "react";
import { loadFloating } from "./floating/load.ts";
import type { IconName } from "./icons/icons.ts";

type CommandItem = { id: string; icon: IconName; title: string; hint?: string | undefined };
type CommandGroup = { id: string; label: string; items: readonly CommandItem[] };

export type CommandDialogProps = {
  open: boolean;
  onClose: () => void;
  /** Accessible name. */
  label: string;
  placeholder: string;
  search: string;
  onSearch: (search: string) => void;
  groups: readonly CommandGroup[];
  onPick: (id: string) => void;
  /** Shown when nothing matches. */
  empty: ReactNode;
};

/** A search field over a list of things to go to or do, on top of the page. */
export function CommandDialog(props: CommandDialogProps) {
  const [wasOpen, setWasOpen] = useState(props.open);
  if (props.open && !wasOpen) setWasOpen(true);
  if (!props.open && !wasOpen) return null;
  return (
    <Suspense>
      <FetchedCommandDialog {...props} />
    </Suspense>
  );
}

function FetchedCommandDialog(props: CommandDialogProps) {
  const { CommandWindow } = use(loadFloating());
  return <CommandWindow {...props} />;
}
