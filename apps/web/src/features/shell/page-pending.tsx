import { useWords } from "../../i18n/use-words.ts";
import { Skeleton } from "../../ui/skeleton.tsx";

/** Stands where a page will be, while its code and its first data are on their way. */
export function PagePending() {
  const words = useWords();
  return (
    <output className="motion-late block px-gutter py-5">
      <span className="sr-only">{words.common.loading}</span>
      <Skeleton className="h-5 w-56" />
      <Skeleton className="mt-8 w-full" />
      <Skeleton className="mt-5 w-4/5" />
      <Skeleton className="mt-5 w-2/3" />
    </output>
  );
}
