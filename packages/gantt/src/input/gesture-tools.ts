import type { Ghost } from "../view/ghost.ts";
import type { LinkDraftLayer } from "../view/link-draft-layer.ts";
import type { OriginLayer } from "../view/origin-layer.ts";
import type { Speech } from "./speech.ts";

/** What gestures show and say themselves with: one set for the whole chart. */
export type GestureTools = { ghost: Ghost; origins: OriginLayer; linkDraft: LinkDraftLayer; speech: Speech };
