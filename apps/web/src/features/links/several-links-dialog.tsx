import type { Dependency } from "@gantry/api-contract";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { sayLink } from "./describe-links.ts";
import { type LinkPair, linkIdOf } from "./link-id.ts";

/** The links that one drawn link stands for, to choose from. */
export function SeveralLinksDialog(props: {
  links: readonly Dependency[];
  titleOf: (id: string) => string;
  onOpen: (pair: LinkPair) => void;
  onClose: () => void;
}) {
  const words = useWords();
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={words.links.several(props.links.length)}
      description={words.links.severalHint}
    >
      <ul className="flex flex-col gap-1">
        {props.links.map((link) => (
          <li key={linkIdOf(link)}>
            <Button variant="link" onClick={() => props.onOpen(link)} className="h-auto! text-left whitespace-normal!">
              {sayLink(link, { words, titleOf: props.titleOf })}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
