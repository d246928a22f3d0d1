import type { ReactNode } from "react";

/** One choice of a select; `start` is drawn before the label (an icon, an avatar). */
export type Option<Value extends string = string> = { value: Value; label: string; start?: ReactNode; hint?: string };
