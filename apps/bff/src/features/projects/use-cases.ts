import type { Project } from "@gantry/api-contract";
import { isCodeArtsError, type CodeArtsErrorKind } from "@gantry/codearts-client";
import type { IpdProject, ScrumProject } from "@gantry/codearts-contract";
import { AppError } from "../../app-error.ts";
import { readAllPages } from "../pages.ts";
import { LOOKUP_FRESH_MS, type Reader } from "../reader.ts";
import { toProjects, type KnownProject } from "./from-upstream.ts";

const PAGE_SIZE = 1000;

/** Every project that the person takes part in, of both kinds. */
export async function listProjects(reader: Reader): Promise<Project[]> {
  return (await listKnownProjects(reader, { freshForMs: 0 })).map(({ project }) => project);
}

/** Throws `project.not_found` where the person takes part in no such project. */
export async function findProject(reader: Reader, projectId: string): Promise<Project> {
  return (await findKnownProject(reader, projectId)).project;
}

/** As `findProject`, with what reading an IPD project takes besides. */
export async function findKnownProject(reader: Reader, projectId: string): Promise<KnownProject> {
  for (const freshForMs of [LOOKUP_FRESH_MS, 0]) {
    const known = (await listKnownProjects(reader, { freshForMs })).find(({ project }) => project.id === projectId);
    if (known !== undefined) return known;
  }
  throw new AppError("project.not_found", "You take part in no such project");
}

type Freshness = { freshForMs: number };

export async function listKnownProjects(reader: Reader, freshness: Freshness): Promise<KnownProject[]> {
  const [scrum, ipd] = await Promise.allSettled([
    listScrumProjects(reader, freshness),
    listIpdProjects(reader, freshness),
  ]);
  if (scrum.status === "rejected" && (ipd.status === "rejected" || !isNotOffered(scrum.reason))) throw scrum.reason;
  if (ipd.status === "rejected" && !isNotOffered(ipd.reason)) throw ipd.reason;
  return toProjects({
    scrum: scrum.status === "fulfilled" ? scrum.value : [],
    ipd: ipd.status === "fulfilled" ? ipd.value : [],
  });
}

/** A tenant may have only one of the two worlds: then the other's list is refused or unknown, and counts as empty. */
function isNotOffered(reason: unknown): boolean {
  const kinds: readonly CodeArtsErrorKind[] = ["forbidden", "not-found", "refused-before-service"];
  return isCodeArtsError(reason) && kinds.includes(reason.kind);
}

async function listScrumProjects({ upstream, signal }: Reader, { freshForMs }: Freshness): Promise<ScrumProject[]> {
  return await readAllPages({
    readPage: async (pageNo) => {
      const { projects, total } = await upstream.read(
        "listProjects",
        { offset: (pageNo - 1) * PAGE_SIZE, limit: PAGE_SIZE },
        { signal, freshForMs },
      );
      return { rows: projects, total };
    },
    idOf: (project) => project.project_id,
  });
}

async function listIpdProjects({ upstream, signal }: Reader, { freshForMs }: Freshness): Promise<IpdProject[]> {
  return await upstream.read("listIpdProjects", {}, { signal, freshForMs });
}
