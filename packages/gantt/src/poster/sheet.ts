export type PosterPaper = "a4" | "a3" | "a0";
export type PosterOrientation = "landscape" | "portrait";

/** A page in CSS pixels (96 an inch); null stands for one page as large as the plan. */
export type PosterSheet = { width: number; height: number; margin: number } | null;

const PX_PER_MM = 96 / 25.4;
/** Short and long side in millimetres, and the margin that printers need. */
const PAPERS = {
  a4: { short: 210, long: 297, margin: 9 },
  a3: { short: 297, long: 420, margin: 10 },
  a0: { short: 841, long: 1189, margin: 14 },
} as const satisfies Record<PosterPaper, { short: number; long: number; margin: number }>;

export function paperSheet(paper: PosterPaper, orientation: PosterOrientation): NonNullable<PosterSheet> {
  const { short, long, margin } = PAPERS[paper];
  const [width, height] = orientation === "landscape" ? [long, short] : [short, long];
  return { width: width * PX_PER_MM, height: height * PX_PER_MM, margin: margin * PX_PER_MM };
}
