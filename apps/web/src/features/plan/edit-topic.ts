/** Toasts of a plan's edits replace each other: Undo makes what it undoes old news. */
export const EDIT_TOPIC = "plan-edit";
