import { type ReactNode, Suspense, use, useState } from "react";
import { loadFloating } from "./floating/load.ts";

export type DialogProps = {
  open: boolean;
  /** Asked for by Escape, a press outside, or the cross; without it the dialog stays until its work is done. */
  onClose?: () => void;
  title: ReactNode;
  /** Under the title, small. */
  description?: ReactNode;
  /** Right end of the header, before the cross. */
  aside?: ReactNode;
  /** Buttons; stays in view while the body scrolls. */
  footer?: ReactNode;
  children: ReactNode;
  /** sm 440, md 640, xl 1148 × 748 at most; a full-screen sheet on a phone. */
  size?: "sm" | "md" | "xl";
  /** No padding and no scrolling of its own: the content sees to both. */
  bare?: boolean;
  /** False: a press outside does not close it (something was typed). */
  closeOnOutsidePress?: boolean;
};

/** A modal dialog. Focus starts on the element inside with `data-autofocus="true"`, else on the first control. */
export function Dialog(props: DialogProps) {
  const [wasOpen, setWasOpen] = useState(props.open);
  if (props.open && !wasOpen) setWasOpen(true);
  // Once open it stays, to close with its motion and to give the focus back.
  return wasOpen || props.open ? (
    <Suspense>
      <FetchedDialog {...props} />
    </Suspense>
  ) : null;
}

function FetchedDialog(props: DialogProps) {
  const { DialogWindow } = use(loadFloating());
  return <DialogWindow {...props} />;
}
