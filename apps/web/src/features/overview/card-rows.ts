import type { GroupLine, OverviewLine, PlanLine } from "./plan-lines.ts";

/** One row of the cards: some plans side by side, or the head of a project. */
export type CardRow =
  | { kind: "group"; id: string; line: GroupLine }
  | { kind: "cards"; id: string; lines: readonly PlanLine[] };

/** Cards in rows of so many; a project begins a row of its own. */
export function toCardRows(lines: readonly OverviewLine[], aRow: number): CardRow[] {
  const rows: CardRow[] = [];
  let open: PlanLine[] | null = null;
  for (const line of lines) {
    if (line.kind === "group") {
      rows.push({ kind: "group", id: line.id, line });
      open = null;
    } else if (open === null || open.length === aRow) {
      open = [line];
      rows.push({ kind: "cards", id: line.id, lines: open });
    } else open.push(line);
  }
  return rows;
}
