import { useErrorWords } from "../i18n/error-words.ts";
import { useWords } from "../i18n/use-words.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icons/icon.tsx";

/** What happened, the code, and a way on, in place of what could not be shown. */
export function ErrorState(props: { error: unknown; onRetry?: () => void; title?: string }) {
  const words = useWords();
  const said = useErrorWords(props.error);
  return (
    <div role="alert" className="flex flex-col items-center gap-3 px-gutter py-16 text-center">
      <span className="flex size-10 items-center justify-center rounded-full bg-danger-soft text-danger-text">
        <Icon name="health-late" size={20} />
      </span>
      <div className="max-w-[32rem]">
        <p className="text-md font-medium">{props.title ?? said.text}</p>
        {props.title !== undefined && <p className="mt-1 text-muted">{said.text}</p>}
        <p className="mt-1 font-mono text-2xs text-muted">{said.code}</p>
      </div>
      {props.onRetry !== undefined && (
        <Button icon="retry" onClick={props.onRetry}>
          {words.common.tryAgain}
        </Button>
      )}
    </div>
  );
}
