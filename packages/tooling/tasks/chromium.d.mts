import type { LaunchOptions } from "@playwright/test";

export declare function findChromium(): string | null;
export declare function chromiumLaunchOptions(): LaunchOptions;
