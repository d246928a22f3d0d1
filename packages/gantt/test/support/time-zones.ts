/** Zones that have led programs astray, each with days on which its clocks did something odd. */
export const TIME_ZONES = {
  UTC: [],
  "Asia/Shanghai": ["1991-09-15", "1986-05-04"],
  "Europe/Berlin": ["2026-03-29", "2026-10-25", "1980-04-06"],
  "America/New_York": ["2026-03-08", "2026-11-01", "2007-03-11"],
  // Midnight itself did not exist on the first, and came twice on the second.
  "America/Sao_Paulo": ["2018-11-04", "2018-02-18"],
  "Asia/Kolkata": ["1945-10-15"],
  // Clocks change by half an hour.
  "Australia/Lord_Howe": ["2026-04-05", "2026-10-04"],
  // The whole of this day was left out.
  "Pacific/Apia": ["2011-12-30", "2012-04-01"],
} as const satisfies Record<string, readonly string[]>;

export type TestZone = keyof typeof TIME_ZONES;

/** `getTimezoneOffset()` in July 2026: tells whether a process or a page really is in the zone. */
export const JULY_OFFSETS: Record<TestZone, number> = {
  UTC: 0,
  "Asia/Shanghai": -480,
  "Europe/Berlin": -120,
  "America/New_York": 240,
  "America/Sao_Paulo": 180,
  "Asia/Kolkata": -330,
  "Australia/Lord_Howe": -630,
  "Pacific/Apia": -780,
};

/** Ends of years and of Februaries, in centuries with and without a leap day. */
const ODD_EVERYWHERE = [
  "1900-02-28",
  "1900-12-31",
  "1970-01-01",
  "1999-12-31",
  "2000-02-29",
  "2024-02-29",
  "2026-02-28",
  "2027-01-01",
  "2028-02-29",
  "2099-12-31",
  "2100-02-28",
];

export function oddDaysOf(zone: TestZone): readonly string[] {
  return [...TIME_ZONES[zone], ...ODD_EVERYWHERE];
}

export function testZones(): TestZone[] {
  return Object.keys(TIME_ZONES) as TestZone[];
}
