import {
  ipdAttributeSchema,
  scrumItemChangesSchema,
  type IpdAttribute,
  type ScrumItemChanges,
} from "@gantry/codearts-contract";
import * as v from "valibot";
import type { UpstreamCall } from "./calls.ts";
import type { WireValue } from "./wire.ts";

/** Body of a Scrum item's PUT. Throws where it would not be as documented: the last fence before the wire. */
export function toScrumItemChanges(attributes: Record<string, WireValue>): ScrumItemChanges {
  return v.parse(scrumItemChangesSchema, attributes);
}

/** The `attribute` of an IPD batch. Throws where it would not be as documented. */
export function toIpdAttribute(call: Extract<UpstreamCall, { kind: "ipd-update" }>): IpdAttribute {
  const { category, attributes, customFields } = call;
  const attribute = {
    ...attributes,
    category,
    ...(customFields.length > 0 && { custom_fields: customFields }),
  };
  return asIpdAttribute(v.parse(ipdAttributeSchema, attribute));
}

/** The schema is made from a table of fields, so the compiler does not see that it gives this type. */
function asIpdAttribute(parsed: v.InferOutput<typeof ipdAttributeSchema>): IpdAttribute {
  return parsed as IpdAttribute;
}
