import type { IsoDate } from "@gantry/api-contract";

/** Items to link, and the day on which undated ones are to start; null leaves them undated. */
export type LinkWish = { itemIds: string[]; scheduleUndatedOn: IsoDate | null };
