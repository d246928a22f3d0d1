import type { PosterData } from "../poster-data.ts";

/** Every character that may stand on a page. */
export function charactersOf(data: PosterData): Set<number> {
  const codePoints = new Set<number>();
  const add = (text: string) => {
    for (const character of text) codePoints.add(character.codePointAt(0) ?? 0);
  };
  for (const text of [data.title, data.subtitle, data.madeOn, ...Object.values(data.words), ...data.pageTexts])
    add(text);
  for (const row of data.rows) {
    add(row.title);
    for (const cell of row.cells) add(cell.text);
  }
  for (const { header } of data.columns) add(header);
  for (const { name } of [...data.sprints, ...data.legend]) add(name);
  for (const { texts, note } of [...data.head.upper, ...data.head.lower])
    for (const text of [...texts, note]) add(text);
  return codePoints;
}
