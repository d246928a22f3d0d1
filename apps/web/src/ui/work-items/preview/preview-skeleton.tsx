import { Skeleton } from "../../skeleton.tsx";

const ROWS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** Where a preview will stand, while it is read. */
export function PreviewSkeleton(props: { label: string }) {
  return (
    <div role="status" aria-label={props.label} className="px-4 pt-2">
      {ROWS.map((row) => (
        <div key={row} className="flex h-8 items-center gap-6 border-b border-border">
          <Skeleton className="w-4" />
          <Skeleton className="w-40" />
          <Skeleton className="w-24" />
          <Skeleton className="w-24" />
        </div>
      ))}
    </div>
  );
}
