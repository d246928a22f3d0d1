import { Skeleton } from "../../ui/skeleton.tsx";

const ROWS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export function ChangeSetSkeleton() {
  return (
    <div className="px-gutter">
      <div className="flex h-(--g-head) items-center">
        <Skeleton className="h-5 w-72" />
      </div>
      <Skeleton className="mb-6 h-2.5 w-full" />
      {ROWS.map((row) => (
        <div key={row} className="flex h-[34px] items-center gap-8 border-b border-border">
          <Skeleton className="w-12" />
          <Skeleton className="w-48" />
          <Skeleton className="w-20" />
          <Skeleton className="w-32" />
        </div>
      ))}
    </div>
  );
}
