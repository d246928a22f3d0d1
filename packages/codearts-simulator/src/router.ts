import type { Route } from "./context.ts";

export type RouteMatch = { route: Route; params: Record<string, string> };

type Compiled = { route: Route; pattern: RegExp; names: string[] };

function compile(route: Route): Compiled {
  const names: string[] = [];
  const source = route.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    names.push(name);
    return "([^/]+)";
  });
  return { route, pattern: new RegExp(`^${source}$`), names };
}

/** Finds the route of a path: the first that fits, so one with fixed words stands before one with parameters. A doubled slash finds none. */
export function createRouter(routes: Route[]): (method: string, path: string) => RouteMatch | null {
  const compiled = routes.map(compile);
  return (method, path) => {
    for (const { route, pattern, names } of compiled) {
      if (route.method !== method) continue;
      const match = pattern.exec(path);
      if (match === null) continue;
      return {
        route,
        params: Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ""])),
      };
    }
    return null;
  };
}
