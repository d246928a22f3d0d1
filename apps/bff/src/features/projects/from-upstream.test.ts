import { ipdProjectSchema, scrumProjectSchema } from "@gantry/codearts-contract";
import * as v from "valibot";
import { expect, test } from "vitest";
import { toProjects } from "./from-upstream.ts";

const scrum = (rest: object) => v.parse(scrumProjectSchema, rest);
const ipd = (rest: object) => v.parse(ipdProjectSchema, rest);

test("a project that both lists have is one IPD project, with what each knows of it", () => {
  const projects = toProjects({
    scrum: [
      scrum({ project_id: "a".repeat(32), project_name: "Web", project_type: "scrum", updated_time: 5 }),
      scrum({ project_id: "b".repeat(32), project_name: "Meter", description: "Reads itself", updated_time: 7 }),
    ],
    ipd: [ipd({ id: "b".repeat(32), name: "Meter", model_id: 10001 }), ipd({ id: "c".repeat(32), name: "Cloud" })],
  });
  expect(projects).toEqual([
    {
      project: { id: "a".repeat(32), name: "Web", kind: "scrum", description: "", updatedAt: 5 },
      modelId: null,
    },
    {
      project: { id: "b".repeat(32), name: "Meter", kind: "ipd", description: "Reads itself", updatedAt: 7 },
      modelId: "10001",
    },
    { project: { id: "c".repeat(32), name: "Cloud", kind: "ipd", description: "", updatedAt: null }, modelId: null },
  ]);
});
