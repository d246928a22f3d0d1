import { box, circle, type IconShape } from "./shapes.ts";

export const navigationIcons = {
  gantry: {
    line: "M1 3.2h14M2.8 3.2v10.3M13.2 3.2v10.3M8 3.2v3.2",
    solid: box(4.7, 6.6, { width: 6.6, height: 3, corner: 0.6 }),
  },
  plans: { line: "M2 4h6M5 8h6M8.5 12h5.5" },
  team: {
    line: `${circle(6, 5.4, 2.4)}M1.8 13.2c0-2.5 1.8-4 4.2-4s4.2 1.5 4.2 4M10.8 3.2a2.4 2.4 0 0 1 0 4.5M11.9 9.6c1.5.5 2.4 1.8 2.4 3.6`,
  },
  trends: { line: "M2 13.6h12M2.8 10.6l3.3-3.5 2.7 2.3 4.6-5.3" },
  changes: { line: "M2.5 5.2h10.2M10 2.4l2.9 2.8M13.5 10.8H3.3M6 13.6l-2.9-2.8" },
  settings: {
    line: `M1.8 4.8h5.4M11 4.8h3.2M1.8 11.2H5M8.8 11.2h5.4${circle(9.1, 4.8, 1.9)}${circle(6.9, 11.2, 1.9)}`,
  },
  search: { line: `${circle(7, 7, 4.3)}M10.2 10.2l3.5 3.5` },
  bell: { line: "M3.4 11.4c1-1 1.2-2.2 1.2-4.1a3.4 3.4 0 0 1 6.8 0c0 1.9.2 3.1 1.2 4.1zM6.7 13.7c.6.7 2 .7 2.6 0" },
  user: { line: `${circle(8, 5.2, 2.7)}M2.9 13.6c.3-2.7 2.3-4.3 5.1-4.3s4.8 1.6 5.1 4.3` },
  "sign-out": { line: "M6.5 2.5h-3a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h3M10.4 5l3 3-3 3M13 8H6.4" },
  keyboard: {
    line: `${box(1.5, 3.8, { width: 13, height: 8.6, corner: 1.6 })}M5.5 9.8h5M4.4 6.7h.01M6.8 6.7h.01M9.2 6.7h.01M11.6 6.7h.01`,
  },
  language: { line: `${circle(8, 8, 6)}M2 8h12M8 2c4.2 4.2 4.2 7.8 0 12M8 2c-4.2 4.2-4.2 7.8 0 12` },
  theme: { line: circle(8, 8, 5.8), solid: "M8 2.2a5.8 5.8 0 0 1 0 11.6z" },
  calendar: {
    line: `${box(2.2, 3.2, { width: 11.6, height: 10.4, corner: 1.6 })}M2.4 6.6h11.2M5.4 1.8v2.6M10.6 1.8v2.6`,
  },
  project: { line: "M2 12.2V4.3a1 1 0 0 1 1-1h3.2l1.5 1.8h5.3a1 1 0 0 1 1 1v6.1a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1z" },
} as const satisfies Record<string, IconShape>;
