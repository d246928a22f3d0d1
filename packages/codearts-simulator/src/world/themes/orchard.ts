import type { ProjectTheme } from "./theme-types.ts";

/** Another company's project: nobody of the demo company may ever see a word of it. */
export const ORCHARD: ProjectTheme = {
  name: "Orchard Ripeness",
  code: "ORCH",
  description: "Cameras over apple trees. Belongs to another tenant.",
  creator: "yan.mei",
  modules: ["Cameras", "Harvest"],
  initiatives: [
    {
      plan: { name: "Orchard harvest", type: "gantt", creator: "yan.mei" },
      items: 40,
      epics: { "Orchard cameras": ["Orchard lenses", "Orchard picking"] },
      subjects: ["Orchard drone", "Orchard ladder", "Orchard crates", "Orchard frost watch", "Orchard juice line"],
      days: [-20, 40],
    },
  ],
};
