import type { StatusPhase } from "@gantry/api-contract";
import { isCodeArtsError } from "@gantry/codearts-client";
import { isCustomFieldCode } from "../fields/custom-fields.ts";
import { listFields } from "../fields/use-cases.ts";
import { byNumber } from "../members/from-upstream.ts";
import { listMembers } from "../members/use-cases.ts";
import type { KnownProject } from "../projects/from-upstream.ts";
import type { Reader } from "../reader.ts";
import { listStatuses } from "../statuses/use-cases.ts";
import type { IpdItemContext } from "./from-upstream-ipd.ts";
import type { ScrumItemContext } from "./from-upstream-scrum.ts";

/** What Scrum items leave out: people's 32-hex ids, and phases of statuses. */
export async function readScrumContext(reader: Reader, known: KnownProject): Promise<ScrumItemContext> {
  const [members, phases] = await Promise.all([orNone(listMembers(reader, known.project)), readPhases(reader, known)]);
  return { projectId: known.project.id, people: byNumber(members), phases };
}

/** What IPD items leave out: phases of bare status codes, and the kind of custom fields. */
export async function readIpdContext(reader: Reader, known: KnownProject): Promise<IpdItemContext> {
  const [fields, phases] = await Promise.all([orNone(listFields(reader, known)), readPhases(reader, known)]);
  const custom = fields.filter(({ code }) => isCustomFieldCode(code));
  return {
    projectId: known.project.id,
    phases,
    customControls: new Map(custom.map(({ code, control }) => [code, control])),
  };
}

async function readPhases(reader: Reader, known: KnownProject): Promise<ReadonlyMap<string, StatusPhase>> {
  const statuses = await orNone(listStatuses(reader, known));
  return new Map(statuses.map(({ id, phase }) => [id, phase]));
}

/** A look-up that fails costs names and phases, not the items: they are shown with what they say of themselves. */
async function orNone<T>(look: Promise<T[]>): Promise<T[]> {
  try {
    return await look;
  } catch (error) {
    if (isCodeArtsError(error) && error.kind !== "cancelled") return [];
    throw error;
  }
}
