import { useWords } from "../../i18n/use-words.ts";
import { Skeleton } from "../../ui/skeleton.tsx";

const ROWS = [
  ["w-40", "ml-8 w-80"],
  ["w-48", "ml-8 w-56"],
  ["w-36", "ml-12 w-24"],
  ["w-44", "ml-32 w-32"],
  ["w-32", "ml-40 w-40"],
  ["w-52", "ml-56 w-28"],
  ["w-40", "ml-64 w-44"],
  ["w-36", "ml-52 w-64"],
  ["w-44", "ml-72 w-36"],
  ["w-40", "ml-80 w-48"],
] as const;

/** The grid's lines with still grey bars, while the plan is read for the first time. */
export function PlanSkeleton() {
  const words = useWords();
  return (
    <div role="status" aria-label={words.common.loading} className="min-h-0 flex-1 overflow-hidden">
      <div className="h-18 border-b border-border" />
      {ROWS.map(([title, bar]) => (
        <div key={`${title} ${bar}`} className="flex h-7 items-center border-b border-border px-gutter">
          <span className="w-96 shrink-0 max-md:w-40">
            <Skeleton className={title} />
          </span>
          <Skeleton className={`h-4 ${bar}`} />
        </div>
      ))}
    </div>
  );
}
