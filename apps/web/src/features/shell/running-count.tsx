import { useWords } from "../../i18n/use-words.ts";

/** How many change sets are under way, beside the name of their page. */
export function RunningCount(props: { count: number }) {
  const words = useWords();
  if (props.count === 0) return null;
  return (
    <span
      aria-label={words.shell.runningChanges(props.count)}
      className="inline-flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-2xs font-semibold text-on-accent"
    >
      {props.count}
    </span>
  );
}
