import { expect, it } from "vitest";
import { parseSearch, stringifySearch } from "./search-params.ts";

it("writes addresses that read well and gives the same values back", () => {
  const search = { q: "a & b", health: "late,at-risk", to: "/projects/1/plans/2", sort: undefined, empty: "" };
  expect(stringifySearch(search)).toBe("?q=a+%26+b&health=late,at-risk&to=/projects/1/plans/2");
  expect(parseSearch(stringifySearch(search))).toEqual({
    q: "a & b",
    health: "late,at-risk",
    to: "/projects/1/plans/2",
  });
  expect(stringifySearch({})).toBe("");
});

it("keeps ids as texts, however long", () => {
  expect(parseSearch("?item=957294446158852096")).toEqual({ item: "957294446158852096" });
});
