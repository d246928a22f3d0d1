import { MOST_LAG_DAYS } from "@gantry/api-contract";

/** Working days as somebody types them, with either minus sign; null for what is no whole number within the limits. */
export function parseLag(text: string): number | null {
  const plain = text.trim().replace(/^[−–]/, "-").replace(/^\+/, "");
  if (!/^-?\d{1,4}$/.test(plain)) return null;
  const days = Number(plain);
  return Math.abs(days) > MOST_LAG_DAYS ? null : days + 0;
}
