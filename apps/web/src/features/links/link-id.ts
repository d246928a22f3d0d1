/** Which link: there is one for each pair and direction. */
export type LinkPair = { fromId: string; toId: string };

/** Id of a link in the chart and in the page: ids of items hold no such sign. */
export function linkIdOf({ fromId, toId }: LinkPair): string {
  return `${fromId}>${toId}`;
}
