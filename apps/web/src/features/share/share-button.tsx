import { useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { ShareDialog } from "./share-dialog.tsx";
import type { ShareExample, ShareSubject } from "./subject.ts";

/** Opens the dialog that makes a link for people outside. */
export function ShareButton(props: {
  subject: ShareSubject;
  example: ShareExample;
  /** Why there is nothing to share now. */
  disabledReason?: string | undefined;
}) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="share" disabledReason={props.disabledReason} onClick={() => setOpen(true)}>
        <span className="max-md:sr-only">{words.share.button}</span>
      </Button>
      {isOpen && <ShareDialog subject={props.subject} example={props.example} onClose={() => setOpen(false)} />}
    </>
  );
}
