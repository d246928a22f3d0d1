/** What must be none, in the order in which it is told; all else is what was done. */
const NONE_OF = ["lost", "doubled", "foreign", "unknown", "overwritten", "unaudited"];

/**
 * Sums up what the tests of a soak have counted.
 * @param text lines of `{ goal, counts }` as JSON
 * @returns a line for each goal, and one for all
 */
export function describeCounts(text) {
  const byGoal = new Map();
  for (const line of text.split("\n").filter((each) => each !== "")) {
    const { goal, counts } = JSON.parse(line);
    const sums = byGoal.get(goal) ?? {};
    addTo(sums, counts);
    byGoal.set(goal, sums);
  }
  const goals = [...byGoal].toSorted(([left], [right]) => left.localeCompare(right));
  const all = {};
  for (const [, sums] of goals) addTo(all, sums);
  return [...goals, ["all", all]].map(([goal, sums]) => `${goal}: ${describe(sums)}`);
}

function addTo(sums, counts) {
  for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
}

function describe(sums) {
  const done = Object.keys(sums).filter((name) => !NONE_OF.includes(name));
  const told = [...done, ...NONE_OF.filter((name) => name in sums)];
  return told.map((name) => `${sums[name].toLocaleString("en")} ${name}`).join(", ");
}
