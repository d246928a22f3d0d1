import { useWords } from "../../i18n/use-words.ts";
import { Skeleton } from "../../ui/skeleton.tsx";

const ROWS = 8;
const widths = ["w-20", "w-24", "w-16", "w-28"];

/** The grid's own lines with still grey bars, before the first answer. */
export function TeamSkeleton() {
  const words = useWords();
  return (
    <output className="motion-late block flex-1">
      <span className="sr-only">{words.common.loading}</span>
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={row} className="flex h-[62px] items-center gap-6 border-b border-border px-gutter">
          <Skeleton className={widths[row % widths.length] ?? ""} />
          <span className="h-13 flex-1 rounded-xs bg-heat-0" />
        </div>
      ))}
    </output>
  );
}
