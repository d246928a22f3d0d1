import { type Endpoint, type EndpointName, endpoints } from "@gantry/api-contract";

export const EXAMPLE_IDS: Readonly<Record<string, string>> = {
  projectId: "a".repeat(32),
  planId: "b".repeat(32),
  baselineId: "01234567-89ab-cdef-0123-456789abcdef",
  viewId: "01234567-89ab-cdef-0123-456789abcdef",
  shareId: "01234567-89ab-cdef-0123-456789abcdef",
  token: `test-${"0".repeat(32)}${"A".repeat(43)}`,
  file: `test-${"0".repeat(32)}${"A".repeat(43)}.ics`,
  kind: "plans",
  id: "01234567-89ab-cdef-0123-456789abcdef",
};

/** Every endpoint of the contract with a path that matches it. A parameter without an example fails by name. */
export function everyEndpoint(): { name: EndpointName; endpoint: Endpoint; path: string }[] {
  return Object.entries(endpoints).map(([name, endpoint]) => ({
    name: name as EndpointName,
    endpoint,
    path: `/api${endpoint.path.replaceAll(/:([A-Za-z]+)/g, (_all, parameter: string) => {
      const example = EXAMPLE_IDS[parameter];
      if (example === undefined) throw new Error(`Give an example for the parameter ${parameter}`);
      return example;
    })}`,
  }));
}
