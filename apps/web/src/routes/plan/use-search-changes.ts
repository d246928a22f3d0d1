import { useCallback, useEffect, useRef } from "react";

/**
 * Changes parts of an address's search. Two changes in quick succession both count: the router knows the first only
 * after its navigation has ended.
 */
export function useSearchChanges<Search extends object>(
  search: Search,
  navigate: (search: Search) => void,
): (change: Partial<Search>) => void {
  const wanted = useRef(search);
  const go = useRef(navigate);
  useEffect(() => {
    wanted.current = search;
  }, [search]);
  useEffect(() => {
    go.current = navigate;
  });
  return useCallback((change) => {
    wanted.current = { ...wanted.current, ...change };
    go.current(wanted.current);
  }, []);
}
