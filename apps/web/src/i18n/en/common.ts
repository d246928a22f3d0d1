import { createCounting } from "../counting.ts";

const { number, plural } = createCounting("en");

export const common = {
  product: "Gantry",
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  delete: "Delete",
  rename: "Rename",
  search: "Search",
  clearSearch: "Clear search",
  noMatches: "No matches",
  moreMatches: (count: number) => `${number(count)} more: type to narrow it down`,
  tryAgain: "Try again",
  dismiss: "Dismiss",
  messages: "Messages",
  loading: "Loading",
  nobody: "Nobody",
  skipToContent: "Skip to content",
  pageTitle: (page: string) => `${page} · Gantry`,
  workItems: (count: number) => plural(count, { one: "# work item", other: "# work items" }),
  changes: (count: number) => plural(count, { one: "# change", other: "# changes" }),
  duration: {
    seconds: (count: number) => `${number(count)} s`,
    minutes: (count: number) => `${number(count)} min`,
    hours: (hours: number, minutes: number) =>
      minutes === 0 ? `${number(hours)} h` : `${number(hours)} h ${number(minutes)} min`,
  },
  comma: ", ",
  sentences: (sentences: readonly string[]) => sentences.filter(Boolean).join(" "),
  readAgo: (ago: string) => `read ${ago}`,
};
