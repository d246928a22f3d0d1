import { isIsoDate } from "@gantry/api-contract";
import type { GanttPlace } from "@gantry/gantt";

/**
 * Where the chart stands, as a text for the address: `2026-11-02.5,58213.12,58213` is the day at the left edge and the
 * pixels into it, the first row and the pixels into it, the row with the tab stop. Rows are left out where there are none.
 */
export function fromPlace(place: GanttPlace): string {
  const parts = [
    `${place.day}.${Math.round(place.dayOffsetPx)}`,
    place.rowId === null ? "" : `${place.rowId}.${Math.round(place.rowOffsetPx)}`,
    place.focusedRowId ?? "",
  ];
  return parts.join(",").replace(/,+$/, "");
}

/** The same back; null for a text that is no place. */
export function toPlace(text: string | undefined): GanttPlace | null {
  const [across, down, focused] = (text ?? "").split(",");
  const left = withOffset(across);
  if (left === null || !isIsoDate(left.id)) return null;
  const top = withOffset(down);
  return {
    day: left.id,
    dayOffsetPx: left.offsetPx,
    rowId: top?.id ?? null,
    rowOffsetPx: top?.offsetPx ?? 0,
    focusedRowId: focused === undefined || focused === "" ? null : focused,
  };
}

function withOffset(part: string | undefined): { id: string; offsetPx: number } | null {
  const match = /^(.+)\.(-?\d{1,4})$/.exec(part ?? "");
  const [, id, offset] = match ?? [];
  return id === undefined || offset === undefined ? null : { id, offsetPx: Number(offset) };
}
