import { useWords } from "../../i18n/use-words.ts";
import { Skeleton } from "../../ui/skeleton.tsx";

const ROWS = 12;
const widths = ["w-36", "w-44", "w-28", "w-40", "w-32", "w-48"];

/** The table's own lines with still grey bars, while no project has answered. */
export function OverviewSkeleton() {
  const words = useWords();
  return (
    <output className="motion-late block border-t border-border">
      <span className="sr-only">{words.common.loading}</span>
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={row} className="flex h-23 items-center gap-6 border-b border-border px-gutter md:h-9">
          <Skeleton className={widths[row % widths.length] ?? ""} />
          <Skeleton className="hidden w-24 md:block" />
          <Skeleton className="hidden w-20 md:block" />
          <Skeleton className="hidden w-28 lg:block" />
          <span className="flex-1" />
          <Skeleton className="w-24" />
        </div>
      ))}
    </output>
  );
}
