import * as v from "valibot";

/** 32 letters or digits: project, plan and user ids. Pages write it unanchored (§9: 3.10); it is meant anchored. */
export const UUID_PATTERN = /^[A-Za-z0-9]{32}$/;
/** Scrum work items, 1–10 digits (seed 2). */
export const SCRUM_ITEM_ID_PATTERN = /^[0-9]{1,10}$/;
/** IPD work items, PIs, iterations, tags: 18–19 digits, beyond what a JS number holds (§9: 4.3). */
export const IPD_ID_PATTERN = /^[0-9]{18,19}$/;
/** Numeric user, status, sprint and similar ids of the Scrum dialects. */
export const NUMERIC_ID_PATTERN = /^[0-9]{1,19}$/;
/** IPD category ids (10001 Epic … 10065 SF). */
export const CATEGORY_ID_PATTERN = /^[0-9]{1,10}$/;
/** Printable ASCII without spaces, 10–32,768 characters: what a header can carry and the pages allow. */
export const TOKEN_PATTERN = /^[\x21-\x7e]{10,32768}$/;

export const uuidSchema = v.pipe(v.string(), v.regex(UUID_PATTERN, "Expected 32 letters or digits"));
export const scrumItemIdSchema = v.pipe(v.string(), v.regex(SCRUM_ITEM_ID_PATTERN, "Expected 1–10 digits"));
export const ipdIdSchema = v.pipe(v.string(), v.regex(IPD_ID_PATTERN, "Expected 18–19 digits"));
export const numericIdSchema = v.pipe(v.string(), v.regex(NUMERIC_ID_PATTERN, "Expected 1–19 digits"));
