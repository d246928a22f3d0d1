import type { ShareHide, ShareKind } from "@gantry/api-contract";
import { createCounting } from "../counting.ts";

const { plural } = createCounting("en");

/** Links and feeds for people without a session. */
export const share = {
  button: "Share",
  title: (name: string) => `Share ${name}`,
  lead: "Anybody who has the link can read, without signing in. Nothing can be changed through it.",
  name: "Name",
  nameMissing: "Name: at least 1 character",
  nothing: "There is no plan to share",
  fixed: (count: number) =>
    `Readers see this name over the ${plural(count, { one: "plan", other: "# plans" })} shown now, never over others.`,
  hidden: "Hide from readers",
  hides: {
    people: "Names of people",
    titles: "Titles of work items",
    numbers: "Numbers of work items",
    projects: "Names of projects",
  } satisfies Record<ShareHide, string>,
  hidesShort: { people: "people", titles: "titles", numbers: "numbers", projects: "projects" } satisfies Record<
    ShareHide,
    string
  >,
  hiding: (what: string) => `hides ${what}`,
  isHidden: "hidden",
  readerSees: "A reader sees",
  lasts: "Works for",
  days: (count: number) => plural(count, { one: "1 day", other: "# days" }),
  lastsHint:
    "It shows what Gantry read last, while you see the project yourself and open Gantry at least once in 30 days.",
  makeLink: "Make link",
  makeFeed: "Make calendar feed",
  makeOwnFeed: "Make a feed of my items",
  linkReady: "Link",
  feedReady: "Address of the feed, for your calendar",
  copy: "Copy",
  copied: "Copied",
  copyOf: (name: string) => `Copy the link to ${name}`,
  copyYourself: "The browser doesn't let this page copy. Select the text and copy it.",
  until: (day: string) => `Works until ${day}. Revoke it any time.`,
  untilShort: (day: string) => `until ${day}`,
  others: "Links that work",
  list: "Links and feeds",
  kinds: {
    plan: "Plan",
    overview: "Overview",
    "plan-feed": "Calendar feed",
    "person-feed": "Calendar feed",
  } satisfies Record<ShareKind, string>,
  myItems: "My work items",
  neverOpened: "never opened",
  opened: (count: number, ago: string) => `opened ${plural(count, { one: "once", other: "# times" })}, last ${ago}`,
  revoke: "Revoke",
  revokeOf: (name: string) => `Revoke the link to ${name}`,
  revoked: (name: string) => `The link to ${name} is revoked. Nobody can open it any more.`,
  section: "Links and feeds",
  sectionNote: "What you shared with people who don't sign in.",
  feedLead: "Your open work items of all plans, in your own calendar.",
  none: "No links yet. Share a plan or the overview from its page.",
  page: {
    title: "Shared plan",
    readOnly: "Read only",
    asOf: (instant: string) => `As of ${instant}`,
    notRead: "Not read yet",
    sharedBy: (person: string) => `Shared by ${person}`,
    plans: (count: number) => plural(count, { one: "1 plan", other: "# plans" }),
    gone: "This link does not work",
    goneText: "It has expired, was revoked, or was not copied whole. Ask whoever sent it for a new one.",
  },
};
