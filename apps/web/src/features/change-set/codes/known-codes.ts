import type { Words } from "../../../i18n/words.ts";

export type KnownCode = keyof Words["codes"]["happened"];

/** Whether sending the same change again can help: perhaps, once something was done about it, or never. */
export type RetryAdvice = Exclude<keyof Words["codes"]["retry"], "unknown">;

/** Every code of CodeArts Req and of the gateway before it that is documented or was seen. */
export const KNOWN_CODES = {
  "PM.00000001": "helps",
  "PM.00000014": "after",
  "PM.02101004": "never",
  "PM.02150010": "after",
  "PM.02150301": "never",
  "PM.02150302": "never",
  "PM.02150303": "never",
  "PM.02150304": "never",
  "PM.02150305": "never",
  "PM.02150404": "never",
  "PM.02151001": "never",
  "PM.02152001": "never",
  "PM.02152002": "never",
  "PM.02152003": "never",
  "PM.02152004": "after",
  "PM.02152005": "after",
  "PM.02152006": "never",
  "PM.02152007": "never",
  "PM.02152008": "never",
  "PM.02152009": "after",
  "PM.02152010": "never",
  "PM.02152011": "never",
  "PM.02153001": "helps",
  "PM.02174103": "after",
  "PM.02175000": "helps",
  "PM.02175006": "never",
  "PM.02175101": "after",
  "PM.02175103": "after",
  "PM.02175202": "after",
  "PM.02175301": "never",
  "PM.02177003": "after",
  "PM.02303005": "after",
  "PM.10001002": "after",
  "PM.10002006": "never",
  "APIG.0101": "never",
  "APIG.0201": "helps",
  "APIG.0301": "after",
  "APIG.0302": "after",
  "APIG.0304": "after",
  "APIG.0306": "after",
  "APIG.0307": "after",
  "APIG.0308": "helps",
  "APIG.0310": "after",
} as const satisfies Record<KnownCode, RetryAdvice>;
