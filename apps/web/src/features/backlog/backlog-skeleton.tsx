import { Skeleton } from "../../ui/skeleton.tsx";

const WIDTHS = ["w-32", "w-44", "w-36", "w-40", "w-28", "w-48", "w-36", "w-32"] as const;

/** The list's lines while it is read for the first time. */
export function BacklogSkeleton() {
  return (
    <div className="min-h-0 flex-1">
      {WIDTHS.map((width, index) => (
        <div key={index} className="flex h-7 items-center gap-3 border-b border-border px-4">
          <Skeleton className="w-4" />
          <Skeleton className={width} />
        </div>
      ))}
    </div>
  );
}
