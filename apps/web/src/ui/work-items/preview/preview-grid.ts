/** Columns of a preview: tick, number, work item, field, now, arrow, after. A phone leaves out number and field. */
export const PREVIEW_GRID =
  "grid grid-cols-[2.25rem_4.5rem_minmax(7rem,1.4fr)_minmax(4.5rem,0.7fr)_minmax(6rem,1fr)_1.5rem_minmax(6rem,1fr)] items-center gap-x-2 px-4 max-md:grid-cols-[2rem_minmax(5rem,1.4fr)_minmax(4.5rem,1fr)_1rem_minmax(4.5rem,1fr)]";
