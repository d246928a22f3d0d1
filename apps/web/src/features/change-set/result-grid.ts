/** Columns of the results: number, work item, field, change, outcome, reason, time. A phone keeps item, change, outcome. */
export const RESULT_GRID =
  "grid grid-cols-[4.5rem_minmax(9rem,1.3fr)_6rem_minmax(11rem,1.1fr)_6.5rem_minmax(14rem,1.8fr)_3.5rem] items-center gap-x-3 px-gutter max-md:grid-cols-[minmax(7rem,1.2fr)_minmax(7rem,1fr)_5.5rem]";
