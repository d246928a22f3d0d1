/** Whether two queries of an address ask for the same: order and spelling of the encoding do not matter. */
export function isSameSearch(left: string, right: string): boolean {
  return left === right || toSorted(left) === toSorted(right);
}

function toSorted(search: string): string {
  const params = new URLSearchParams(search);
  params.sort();
  return params.toString();
}
