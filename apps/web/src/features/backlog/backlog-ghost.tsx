import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { DragGhost } from "../../ui/drag/drag-ghost.tsx";
import type { ChartDrag } from "./use-chart-drag.ts";

/** The card at the pointer: how many items, and what dropping them here does to their dates. */
export function BacklogGhost(props: { drag: ChartDrag; count: number; undated: number | null }) {
  const { drag, count, undated } = props;
  const words = useWords().backlog;
  const format = useFormat();
  const lines = (): string[] => {
    if (drag.day === null) return [words.dropHere];
    const day = format.weekday(drag.day);
    if (undated === null) return [words.undatedStartOn(day)];
    return [
      ...(count > undated ? [words.keep(count - undated)] : []),
      ...(undated > 0 ? [words.startOn(undated, day)] : []),
    ];
  };
  return (
    <DragGhost
      at={drag.at}
      icon="add"
      title={words.items(count)}
      lines={lines()}
      stacked={count > 1}
      refused={drag.day === null}
    />
  );
}
