/** Columns of the results: number, work item, field, change, outcome, reason, time. A phone has two: item, outcome. */
export const RESULT_GRID =
  "grid grid-cols-[4.25rem_minmax(9rem,1.2fr)_5.5rem_minmax(10rem,0.9fr)_6.5rem_minmax(16rem,2.6fr)_3rem] items-center gap-x-3 px-gutter max-md:grid-cols-[minmax(0,1fr)_6.25rem]";
