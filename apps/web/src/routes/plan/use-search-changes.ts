import { useCallback, useEffect, useRef } from "react";

/**
 * Changes parts of an address's search. Two changes in quick succession both count: the router knows the first only
 * after its navigation has ended. `wanted` answers with the search as it will be.
 */
export function useSearchChanges<Search extends object>(
  search: Search,
  navigate: (search: Search) => void,
): { change: (change: Partial<Search>) => void; wanted: () => Search } {
  const latest = useRef(search);
  const go = useRef(navigate);
  useEffect(() => {
    latest.current = search;
  }, [search]);
  useEffect(() => {
    go.current = navigate;
  });
  const change = useCallback((parts: Partial<Search>) => {
    latest.current = { ...latest.current, ...parts };
    go.current(latest.current);
  }, []);
  const wanted = useCallback(() => latest.current, []);
  return { change, wanted };
}
