import type { Project } from "@gantry/api-contract";
import type { IpdProject, ScrumProject } from "@gantry/codearts-contract";

/** A project with what reading it takes besides. */
export type KnownProject = {
  project: Project;
  /** IPD: 10001, 10002 or 10003; decides the categories. */
  modelId: string | null;
};

/**
 * Both lists as one. It is documented nowhere whether IPD projects also stand in the first list, so they are merged
 * by id; a project that the second list knows is IPD.
 */
export function toProjects({
  scrum,
  ipd,
}: {
  scrum: readonly ScrumProject[];
  ipd: readonly IpdProject[];
}): KnownProject[] {
  const projects = new Map(scrum.map((wire) => [wire.project_id, fromScrumProject(wire)]));
  for (const wire of ipd) projects.set(wire.id, fromIpdProject(wire, projects.get(wire.id)?.project));
  return [...projects.values()];
}

function fromScrumProject(wire: ScrumProject): KnownProject {
  return {
    project: {
      id: wire.project_id,
      name: wire.project_name,
      kind: wire.project_type?.toLowerCase() === "ipd" ? "ipd" : "scrum",
      description: wire.description ?? "",
      updatedAt: wire.updated_time,
    },
    modelId: null,
  };
}

function fromIpdProject(wire: IpdProject, listed: Project | undefined): KnownProject {
  return {
    project: {
      id: wire.id,
      name: wire.name,
      kind: "ipd",
      description: listed?.description ?? "",
      updatedAt: listed?.updatedAt ?? null,
    },
    modelId: wire.model_id,
  };
}
