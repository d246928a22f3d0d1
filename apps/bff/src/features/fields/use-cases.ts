import type { Field } from "@gantry/api-contract";
import { mapCategories } from "../ipd-categories.ts";
import type { KnownProject } from "../projects/from-upstream.ts";
import { LOOKUP_FRESH_MS, type Reader } from "../reader.ts";
import { toIpdFields } from "./from-upstream.ts";
import { SCRUM_FIELDS } from "./scrum-fields.ts";

/** The fields that Gantry can write of a project's items, with limits and options. */
export async function listFields(reader: Reader, known: KnownProject): Promise<Field[]> {
  if (known.project.kind === "scrum") return [...SCRUM_FIELDS];
  const { upstream, signal } = reader;
  const options = { signal, freshForMs: LOOKUP_FRESH_MS };
  const projectId = known.project.id;
  const [definitions, tags] = await Promise.all([
    mapCategories(known, async (category) => ({
      category,
      fields: await upstream.read("listIpdFields", { projectId, category }, options),
    })),
    upstream.read("listIpdTags", { projectId }, options),
  ]);
  return toIpdFields({ definitions, tags: tags.data });
}
