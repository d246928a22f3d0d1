import type { LaunchOptions } from "@playwright/test";

export declare function findFirefox(): string | null;
export declare function firefoxLaunchOptions(): LaunchOptions;
