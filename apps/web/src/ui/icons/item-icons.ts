import { box, circle, type IconShape, octagon } from "./shapes.ts";

const checkedBox = box(2.4, 2.4, { width: 11.2, height: 11.2, corner: 2 });

/** Types of work items and plans, statuses and health. */
export const itemIcons = {
  epic: { line: "M8 1.9l5.2 3.05v6.1L8 14.1l-5.2-3.05v-6.1zM5.9 8h4.2" },
  feature: { line: "M8 1.9L14.1 8 8 14.1 1.9 8z" },
  story: { line: "M4 2.4h8v11.2l-4-3-4 3z" },
  task: { line: `${checkedBox}M5.4 8.1l1.9 1.9 3.4-3.9` },
  bug: {
    line: "M8 4.2c2 0 3.2 1.6 3.2 4.2S10 13.4 8 13.4s-3.2-2.4-3.2-5S6 4.2 8 4.2zM5.9 4.3L4.6 2.6M10.1 4.3l1.3-1.7M4.7 7.9H1.9M14.1 7.9h-2.8M5.2 11l-2.3 1.6M10.8 11l2.3 1.6M4.9 7h6.2",
  },
  requirement: { line: "M4 1.9h5.2L12.4 5v9.1H4zM9 2v3.2h3.2M6.2 8.2h4M6.2 11h4" },
  milestone: { solid: "M8 2.4L13.6 8 8 13.6 2.4 8z" },
  gantt: { line: "M2 4h6M5 8h6M8.5 12h5.5" },
  "mind-map": {
    line: `${circle(3.3, 8, 1.8)}M5.1 8h2.4M7.5 4.3v7.4M7.5 4.3h3M7.5 11.7h3M10.5 4.3h3.3M10.5 11.7h3.3`,
  },
  "status-todo": { dash: circle(8, 8, 5.4) },
  "status-half": { line: circle(8, 8, 5.4), solid: "M8 4.6a3.4 3.4 0 0 1 0 6.8z" },
  "status-three-quarters": { line: circle(8, 8, 5.4), solid: "M8 8V4.6A3.4 3.4 0 1 1 4.6 8z" },
  "status-done": { solid: `${circle(8, 8, 6.2)}M6.9 11.4l-2.9-2.9 1.1-1.1 1.8 1.8 3.9-4.1 1.1 1.1z` },
  "health-on-track": { line: `${circle(8, 8, 5.6)}M5.6 8.2l1.7 1.7 3.1-3.5` },
  "health-at-risk": { line: "M8 2.5l6 10.6H2zM8 6.4v3M8 11.2h.01" },
  overload: { solid: "M8 3l6 10H2z" },
  "health-late": { line: `${octagon(5.9)}M8 5.2v3.3M8 10.9h.01` },
  "health-stale": { line: `${circle(8, 8, 5.6)}M8 5v3.2l2.1 1.3` },
  "health-empty": { dash: circle(8, 8, 5.4) },
  "outcome-applied": { line: `${circle(8, 8, 5.6)}M5.6 8.2l1.7 1.7 3.1-3.5` },
  "outcome-unchanged": { line: "M3.6 6.2h8.8M3.6 9.8h8.8" },
  "outcome-failed": { line: `${octagon(5.9)}M8 5.2v3.3M8 10.9h.01` },
  "outcome-conflict": {
    line: "M2 4.2h2.4c3 0 4.2 7.6 7.2 7.6H14M2 11.8h2.4c1.2 0 2-.9 2.7-2.2M8.9 6.4c.7-1.3 1.5-2.2 2.7-2.2H14",
  },
  "outcome-unknown": {
    line: `${circle(8, 8, 5.8)}M6.2 6.4c.1-1.1.8-1.7 1.8-1.7 1.1 0 1.8.6 1.8 1.6 0 1.3-1.7 1.4-1.7 2.7M8.1 11.2h.01`,
  },
  "outcome-queued": { line: `${circle(8, 8, 5.8)}M8 4.8V8l2.2 1.5` },
  "outcome-sending": { line: "M13.4 8.6a5.5 5.5 0 1 1-1.5-4.4M13.6 1.9v3.4h-3.4" },
  "outcome-cancelled": { line: `${circle(8, 8, 5.8)}M4.1 11.9l7.8-7.8` },
} as const satisfies Record<string, IconShape>;
