/** Ids of the leaves below every parent, from the lines of the whole tree, top to bottom. */
export function leavesByParent(lines: readonly { id: string; depth: number }[]): Map<string, string[]> {
  const leaves = new Map<string, string[]>();
  const above: string[] = [];
  lines.forEach(({ id, depth }, place) => {
    above.length = depth;
    const isLeaf = (lines[place + 1]?.depth ?? 0) <= depth;
    if (isLeaf) for (const parentId of above) leaves.get(parentId)?.push(id);
    else leaves.set(id, []);
    above.push(id);
  });
  return leaves;
}
