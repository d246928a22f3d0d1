import { box, circle, type IconShape } from "./shapes.ts";

export const actionIcons = {
  undo: { line: "M5.4 2.9L2.4 6l3 3.1M2.6 6h7a3.7 3.7 0 0 1 0 7.4H6.4" },
  redo: { line: "M10.6 2.9l3 3.1-3 3.1M13.4 6h-7a3.7 3.7 0 0 0 0 7.4h3.2" },
  filter: { line: "M2 4h12M4.4 8h7.2M6.6 12h2.8" },
  sort: { line: "M5 2.8v10.4M2.4 10.6L5 13.2l2.6-2.6M9.4 4h4.8M9.4 8h3.6M9.4 12h2.2" },
  "sort-up": { line: "M8 13.2V3M4.6 6.2L8 2.8l3.4 3.4" },
  "sort-down": { line: "M8 2.8V13M4.6 9.8L8 13.2l3.4-3.4" },
  cards: {
    line: `${box(2, 2.6, { width: 5.2, height: 4.6, corner: 1.2 })}${box(8.8, 2.6, { width: 5.2, height: 4.6, corner: 1.2 })}${box(2, 8.8, { width: 5.2, height: 4.6, corner: 1.2 })}${box(8.8, 8.8, { width: 5.2, height: 4.6, corner: 1.2 })}`,
  },
  columns: { line: `${box(2, 2.8, { width: 12, height: 10.4, corner: 1.6 })}M6 3v10M10 3v10` },
  fit: { line: "M2 3v10M14 3v10M4.4 8h7.2M6.4 5.8L4.2 8l2.2 2.2M9.6 5.8L11.8 8l-2.2 2.2" },
  "critical-path": { line: "M2 3.6h4.4v4.4h4v4.4h3.2M11.4 10.2l2.4 2.2-2.4 2.2M2 6.4v-5.6" },
  baseline: { line: `${box(2, 3.2, { width: 8.4, height: 4, corner: 1.2 })}M4.6 11.8h9.4` },
  colour: {
    line: `M8 2.1c2.6 2.8 4.2 5 4.2 7.3a4.2 4.2 0 0 1-8.4 0C3.8 7.1 5.4 4.9 8 2.1z`,
    solid: "M8 5v7.7a3.2 3.2 0 0 0 3.2-3.3C11.2 8 9.9 6.4 8 5z",
  },
  assign: {
    line: `${circle(6.4, 5.2, 2.6)}M1.7 13.5c.3-2.6 2.1-4.1 4.7-4.1 1 0 1.9.2 2.6.7M12.3 9.2v4.8M9.9 11.6h4.8`,
  },
  shift: { line: "M2.4 3.6v8.8M5 8h8.4M10.4 5l3 3-3 3" },
  link: { line: "M2 3.8h5v8.4h6.4M10.8 9.6l2.6 2.6-2.6 2.6" },
  edit: {
    line: "M10.3 3.3l2.4 2.4M2.8 13.2l.6-2.9 7.5-7.5a1 1 0 0 1 1.4 0l.9.9a1 1 0 0 1 0 1.4l-7.5 7.5z",
  },
  add: { line: "M8 3v10M3 8h10" },
  close: { line: "M3.9 3.9l8.2 8.2M12.1 3.9l-8.2 8.2" },
  export: { line: "M8 2.2v7.8M4.8 7L8 10.2 11.2 7M2.6 13.4h10.8" },
  share: {
    line: "M6.7 9.3l2.6-2.6M7.2 4.7l1.5-1.5a2.9 2.9 0 0 1 4.1 4.1l-1.5 1.5M8.8 11.3l-1.5 1.5a2.9 2.9 0 0 1-4.1-4.1l1.5-1.5",
  },
  retry: { line: "M13.4 8.6a5.5 5.5 0 1 1-1.5-4.4M13.6 1.9v3.4h-3.4" },
  stop: { line: box(3.2, 3.2, { width: 9.6, height: 9.6, corner: 1.8 }) },
  pause: { line: "M5.4 3.2v9.6M10.6 3.2v9.6" },
  resume: { line: "M4.6 2.8l8 5.2-8 5.2z" },
  eye: {
    line: `M1.5 8C3 5.3 5.2 3.8 8 3.8S13 5.3 14.5 8C13 10.7 10.8 12.2 8 12.2S3 10.7 1.5 8z${circle(8, 8, 2)}`,
  },
  "eye-off": {
    line: "M3.3 5.5C2.6 6.2 2 7 1.5 8 3 10.7 5.2 12.2 8 12.2c.9 0 1.7-.1 2.4-.4M6 4.1c.6-.2 1.3-.3 2-.3 2.8 0 5 1.5 6.5 4.2-.5.9-1.1 1.7-1.7 2.3M2.4 2.4l11.2 11.2",
  },
  lock: { line: `${box(3, 7, { width: 10, height: 6.8, corner: 1.6 })}M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2` },
  grip: {
    solid: [
      [5.6, 3.6],
      [10.4, 3.6],
      [5.6, 8],
      [10.4, 8],
      [5.6, 12.4],
      [10.4, 12.4],
    ]
      .map(([x = 0, y = 0]) => circle(x, y, 1.1))
      .join(""),
  },
  "chevron-down": { line: "M4 6.2l4 4 4-4" },
  "chevron-up": { line: "M4 9.8l4-4 4 4" },
  "chevron-left": { line: "M9.8 4l-4 4 4 4" },
  "chevron-right": { line: "M6.2 4l4 4-4 4" },
  check: { line: "M3.4 8.4l3.1 3.1 6.1-7" },
  minus: { line: "M3.6 8h8.8" },
  more: { solid: [3.4, 8, 12.6].map((x) => circle(x, 8, 1.25)).join("") },
  delete: { line: "M2.8 4.2h10.4M6.2 4V2.6h3.6V4M4.2 4.4l.6 9h6.4l.6-9M6.7 7v3.8M9.3 7v3.8" },
  info: { line: `${circle(8, 8, 5.8)}M8 7.4v3.6M8 5h.01` },
  clock: { line: `${circle(8, 8, 5.8)}M8 4.8V8l2.2 1.5` },
  offline: {
    line: "M1.9 6.2c1-1 2.2-1.7 3.5-2.1M14.1 6.2A8.7 8.7 0 0 0 8.3 3.5M4.4 8.9c.7-.7 1.5-1.2 2.4-1.4M11.6 8.9c-.3-.3-.6-.5-.9-.7M8 12.3h.01M2.8 2.4l10.8 11.2",
  },
} as const satisfies Record<string, IconShape>;
