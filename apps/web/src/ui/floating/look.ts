/** Ground of everything that floats: menus, popovers, lists of options. On the dialogs' layer, since they open there too. */
export const floatingClass =
  "motion-pop z-(--g-z-dialog) rounded-lg bg-raised p-1 text-sm shadow-md outline-none max-h-[min(24rem,var(--popover-available-height))] overflow-y-auto";

/** One row of a menu or of a list of options. */
export const menuRowClass =
  "flex min-h-control w-full items-center gap-2 rounded-sm px-2 py-1 text-left data-active-item:bg-hover aria-disabled:text-faint outline-none";
