import { lazy } from "react";

/** What lies over a plan's chart or beside it, and the mind map's tree: no chart waits for them. */
export const loadLater = () => import("./later-parts.ts");

export const BacklogSide = lazy(async () => ({ default: (await loadLater()).BacklogSide }));
export const EditSession = lazy(async () => ({ default: (await loadLater()).EditSession }));
export const ItemMarks = lazy(async () => ({ default: (await loadLater()).ItemMarks }));
export const ItemPanel = lazy(async () => ({ default: (await loadLater()).ItemPanel }));
export const LinkSession = lazy(async () => ({ default: (await loadLater()).LinkSession }));
export const MarkDialogs = lazy(async () => ({ default: (await loadLater()).MarkDialogs }));
export const UndoSession = lazy(async () => ({ default: (await loadLater()).UndoSession }));

export const ExportSession = lazy(async () => ({ default: (await import("./export-session.tsx")).ExportSession }));
export const ItemTree = lazy(async () => ({ default: (await import("../../features/plan/item-tree.tsx")).ItemTree }));
