import { createCounting } from "../counting.ts";

const { number } = createCounting("en");

/** Saved views of a page. */
export const views = {
  label: "Views",
  save: "Save this view",
  saveTitle: "Save this view",
  saveHint: "Keeps filters, sorting and layout under a name.",
  name: "Name",
  nameLimits: (most: number) => `Name: 1 to ${number(most)} characters`,
  shareTick: "Share with everybody of the account",
  shareHint: "A view is a filter and gives nobody a right: each sees only their own plans in it.",
  byYou: "you",
  sharedBy: (person: string) => `Shared by ${person}`,
  changed: "changed",
  menu: (name: string) => `More for view ${name}`,
  goBack: "Back to the saved view",
  replace: "Replace by what is shown",
  saveAs: "Save as a new view…",
  setDefault: "Open the page with this view",
  unsetDefault: "No longer open the page with it",
  share: "Share with everybody",
  unshare: "Stop sharing",
  rename: "Rename…",
  renameTitle: "Rename the view",
  deleted: (name: string) => `View ${name} deleted.`,
  undo: "Undo",
};
