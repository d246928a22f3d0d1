import { useWords } from "../../i18n/use-words.ts";
import { Skeleton } from "../../ui/skeleton.tsx";

export function ChangesSkeleton() {
  const words = useWords();
  return (
    <output className="motion-late block border-t border-border">
      <span className="sr-only">{words.common.loading}</span>
      {["w-40", "w-48", "w-36", "w-44", "w-40"].map((width, row) => (
        <div key={row} className="flex h-14 items-center gap-6 border-b border-border px-gutter">
          <Skeleton className={width} />
          <Skeleton className="hidden w-32 md:block" />
          <span className="flex-1" />
          <Skeleton className="w-24" />
        </div>
      ))}
    </output>
  );
}
