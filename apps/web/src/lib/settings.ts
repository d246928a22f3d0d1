import { type CalendarSettings, calendarSchema } from "@gantry/api-contract";
import { chinaCalendar } from "@gantry/schedule";
import * as v from "valibot";
import { create } from "zustand";
import { LANGUAGES, type Language, pickLanguage } from "./languages.ts";

export const THEMES = ["system", "light", "dark", "high-contrast"] as const;
export type Theme = (typeof THEMES)[number];

export const DENSITIES = ["compact", "comfortable"] as const;
export type Density = (typeof DENSITIES)[number];

/** What public/theme.js reads before the first paint. */
const STORAGE_KEY = "gantry.settings";

/** CodeArts plans in UTC+8, so China's public calendar is the likeliest one. */
export const defaultCalendar: CalendarSettings = {
  weekend: [...chinaCalendar.weekend],
  holidays: [...chinaCalendar.holidays],
  makeUpDays: [...chinaCalendar.makeUpDays],
};

/** Columns beside a plan's chart: which and in what order, their widths by id, and the whole grid's width, in pixels. */
const planGridSchema = v.object({
  columns: v.optional(v.array(v.string())),
  widths: v.optional(v.record(v.string(), v.pipe(v.number(), v.minValue(24), v.maxValue(1_200))), {}),
  width: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(4_000))),
});
export type PlanGrid = v.InferOutput<typeof planGridSchema>;
export const DEFAULT_PLAN_GRID: PlanGrid = { widths: {} };

const settingsSchema = v.object({
  language: v.optional(v.picklist(LANGUAGES)),
  theme: v.optional(v.picklist(THEMES), "system"),
  density: v.optional(v.picklist(DENSITIES), "compact"),
  /** 0 = Sunday … 6 = Saturday. */
  firstDayOfWeek: v.optional(v.picklist([0, 1, 6]), 1),
  calendar: v.optional(calendarSchema, defaultCalendar),
  /** Columns of the overview's table, as its address holds them; undefined = as Gantry chooses. */
  overviewColumns: v.fallback(v.optional(v.pipe(v.string(), v.maxLength(400))), undefined),
  planGrid: v.fallback(v.optional(planGridSchema, DEFAULT_PLAN_GRID), DEFAULT_PLAN_GRID),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

type SettingsStore = Settings & { change: (changes: Partial<Settings>) => void };

/** What a person chose for this browser. Holds no secret: no token, name or password ever goes here. */
export const useSettings = create<SettingsStore>()((set, get) => ({
  ...readSettings(),
  change: (changes) => {
    set(changes);
    const { change: _change, ...settings } = get();
    writeSettings(settings);
  },
}));

/** The language that is shown: the chosen one, else the browser's. */
export function languageOf(settings: Pick<Settings, "language">): Language {
  return settings.language ?? pickLanguage(globalThis.navigator?.languages ?? []);
}

export function useLanguage(): Language {
  return useSettings(languageOf);
}

function readSettings(): Settings {
  const fallback = v.parse(settingsSchema, {});
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "{}");
    const parsed = v.safeParse(settingsSchema, stored);
    return parsed.success ? parsed.output : fallback;
  } catch {
    return fallback;
  }
}

function writeSettings(settings: Settings): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(settings));
  } catch {
    // A full or closed storage keeps the choice for this visit only.
  }
}
