// One file in the browser: whoever opens one of these is likely to need the next.
export { ItemPanel } from "../../features/plan/item-panel.tsx";
export { UndoSession } from "../undo-session.tsx";
export { BacklogSide } from "./backlog-side.tsx";
export { EditSession } from "./edit-session.tsx";
export { ItemMarks } from "./item-marks.tsx";
export { LinkSession } from "./link-session.tsx";
export { MarkDialogs } from "./mark-dialogs.tsx";
