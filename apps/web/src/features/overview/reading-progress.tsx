import { useWords } from "../../i18n/use-words.ts";
import type { Overview } from "../../lib/overview.ts";

/** How many projects are in, as a thin line that has its place whether it shows or not. */
export function ReadingProgress({ overview, isReading }: { overview: Overview | undefined; isReading: boolean }) {
  const words = useWords();
  const all = overview?.projects.length ?? 0;
  const read = overview?.projects.filter((one) => !one.isReading).length ?? 0;
  return (
    <div className="mx-gutter -mt-1.5 mb-1 h-0.5">
      {isReading && all > 0 && (
        <div
          role="progressbar"
          aria-label={words.overview.reading(read, all)}
          aria-valuemin={0}
          aria-valuemax={all}
          aria-valuenow={read}
          aria-valuetext={words.overview.reading(read, all)}
          className="motion-late h-full overflow-hidden rounded-full bg-border"
        >
          <span
            className="block h-full w-full origin-left bg-accent transition-transform duration-200"
            style={{ transform: `scaleX(${read / all})` }}
          />
        </div>
      )}
    </div>
  );
}
