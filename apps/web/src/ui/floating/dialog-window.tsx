import * as Ariakit from "@ariakit/react";
import { useWords } from "../../i18n/use-words.ts";
import { buttonClass } from "../button.tsx";
import { cx } from "../class-names.ts";
import type { DialogProps } from "../dialog.tsx";
import { Icon } from "../icons/icon.tsx";

const sizes = {
  sm: "md:h-fit md:max-w-[27.5rem]",
  md: "md:h-fit md:max-w-[40rem]",
  xl: "md:max-w-[71.75rem] md:h-[46.75rem]",
} as const;

export function DialogWindow(props: DialogProps) {
  const words = useWords();
  const { onClose } = props;
  return (
    <Ariakit.Dialog
      open={props.open}
      {...(onClose === undefined ? { hideOnEscape: false } : { onClose })}
      unmountOnHide
      hideOnInteractOutside={onClose !== undefined && (props.closeOnOutsidePress ?? true)}
      backdrop={<div className="motion-fade z-(--g-z-dialog) bg-scrim" />}
      className={cx(
        "motion-dialog fixed inset-0 z-(--g-z-dialog) m-auto flex h-full w-full flex-col overflow-hidden bg-raised shadow-lg",
        "md:max-h-[calc(100dvh-3rem)] md:w-[calc(100vw-3rem)] md:rounded-xl",
        sizes[props.size ?? "sm"],
      )}
    >
      <header className="flex items-start gap-3 border-b border-border px-5 py-3.5 md:px-6">
        <div className="min-w-0 flex-1">
          <Ariakit.DialogHeading className="text-lg font-semibold">{props.title}</Ariakit.DialogHeading>
          {props.description !== undefined && (
            <Ariakit.DialogDescription className="text-xs text-muted">{props.description}</Ariakit.DialogDescription>
          )}
        </div>
        {props.aside}
        {onClose !== undefined && (
          // Without a tooltip: it would open with the dialog, and take the first Escape for itself.
          <button
            type="button"
            aria-label={words.common.close}
            onClick={onClose}
            className={cx(buttonClass({ variant: "ghost" }), "-mr-1.5 size-control px-0")}
          >
            <Icon name="close" />
          </button>
        )}
      </header>
      <div
        className={cx(
          "min-h-0 flex-1",
          props.bare === true ? "overflow-hidden" : "overflow-y-auto px-5 py-4 text-md md:px-6",
        )}
      >
        {props.children}
      </div>
      {props.footer !== undefined && (
        <footer className="flex flex-wrap items-center justify-end gap-2.5 border-t border-border bg-sunken px-5 py-3.5 md:px-6">
          {props.footer}
        </footer>
      )}
    </Ariakit.Dialog>
  );
}
