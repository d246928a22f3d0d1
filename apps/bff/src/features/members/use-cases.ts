import type { Member, Project } from "@gantry/api-contract";
import { readAllPages } from "../pages.ts";
import { LOOKUP_FRESH_MS, type Reader } from "../reader.ts";
import { toMember } from "./from-upstream.ts";

const PAGE_SIZE = 100;

/** The members of a project, whichever of the two dialects it speaks. */
export async function listMembers(reader: Reader, project: Project): Promise<Member[]> {
  return project.kind === "ipd" ? await listIpdUsers(reader, project.id) : await listScrumMembers(reader, project.id);
}

async function listScrumMembers({ upstream, signal }: Reader, projectId: string): Promise<Member[]> {
  const members = await readAllPages({
    readPage: async (pageNo) => {
      const page = await upstream.read(
        "listMembers",
        { projectId, offset: (pageNo - 1) * PAGE_SIZE, limit: PAGE_SIZE },
        { signal, freshForMs: LOOKUP_FRESH_MS },
      );
      return { rows: page.members, total: page.total };
    },
    idOf: (member) => member.user_id,
  });
  return members.map(toMember);
}

async function listIpdUsers({ upstream, signal }: Reader, projectId: string): Promise<Member[]> {
  const users = await upstream.read("listIpdUsers", { projectId }, { signal, freshForMs: LOOKUP_FRESH_MS });
  return users.map(toMember);
}
