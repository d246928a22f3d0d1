import { create } from "zustand";
import { useWords } from "../i18n/use-words.ts";
import { Button } from "./button.tsx";
import { cx } from "./class-names.ts";
import { IconButton } from "./icon-button.tsx";
import { Icon } from "./icons/icon.tsx";

export type Toast = {
  text: string;
  tone?: "neutral" | "danger";
  /** Under the text, small: a code. */
  detail?: string;
  action?: { label: string; run: () => void };
  /** It was read out already, where it happened. */
  isSpoken?: boolean;
  /** Takes the place of what was said under the same topic, and goes by itself: its action can be had elsewhere too. */
  topic?: string;
};

type ShownToast = Toast & { id: number };
type ToastStore = { toasts: readonly ShownToast[]; nextId: number };

const SHOWN_MS = 8_000;
const MOST_AT_ONCE = 3;

const useToastStore = create<ToastStore>()(() => ({ toasts: [], nextId: 1 }));

function dismiss(id: number): void {
  useToastStore.setState((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) }));
}

/** Says something that happened elsewhere. Errors, and those with an action and no topic, stay until dismissed. */
export function showToast(toast: Toast): void {
  const { nextId: id, toasts } = useToastStore.getState();
  const isSaid = toasts.some((one) => one.text === toast.text && one.detail === toast.detail);
  if (isSaid) return;
  const others = toasts.filter((one) => toast.topic === undefined || one.topic !== toast.topic);
  useToastStore.setState({ toasts: [...others, { ...toast, id }].slice(-MOST_AT_ONCE), nextId: id + 1 });
  if (toast.tone !== "danger" && (toast.action === undefined || toast.topic !== undefined))
    setTimeout(() => dismiss(id), SHOWN_MS);
}

/** Where toasts appear; stands once in the page, before anything is said, so that screen readers hear it. */
export function ToastRegion() {
  const toasts = useToastStore((state) => state.toasts);
  const words = useWords();
  return (
    <section
      aria-label={words.common.messages}
      className="pointer-events-none fixed inset-x-3 bottom-16 z-(--g-z-toast) flex flex-col gap-2 md:bottom-4 md:left-auto md:w-96"
    >
      <div aria-live="polite" className={stackClass}>
        {toasts.map((toast) => toast.isSpoken !== true && <ToastCard key={toast.id} toast={toast} />)}
      </div>
      <div className={stackClass}>
        {toasts.map((toast) => toast.isSpoken === true && <ToastCard key={toast.id} toast={toast} />)}
      </div>
    </section>
  );
}

const stackClass = "flex flex-col items-end gap-2";

function ToastCard({ toast }: { toast: ShownToast }) {
  const words = useWords();
  return (
    <div className="motion-rise pointer-events-auto flex w-full items-start gap-2.5 rounded-lg bg-raised py-2 pr-2 pl-3 shadow-lg">
      <Icon
        name={toast.tone === "danger" ? "health-late" : "info"}
        className={cx("mt-1.5", toast.tone === "danger" ? "text-danger-text" : "text-muted")}
      />
      <div className="min-w-0 flex-1 py-1">
        <p>{toast.text}</p>
        {toast.detail !== undefined && <p className="font-mono text-2xs text-muted">{toast.detail}</p>}
      </div>
      {toast.action !== undefined && (
        <Button
          variant="link"
          onClick={() => {
            toast.action?.run();
            dismiss(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton icon="close" label={words.common.dismiss} onClick={() => dismiss(toast.id)} />
    </div>
  );
}
