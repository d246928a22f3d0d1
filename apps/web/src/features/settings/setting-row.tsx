import type { ReactNode } from "react";

/** A setting's name at the left, its control at the right; below each other on a phone. */
export function SettingRow(props: { label: string; note?: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-x-6 gap-y-2 px-4 py-3.5 md:flex-row md:items-start">
      <div className="md:w-56 md:shrink-0 md:pt-1">
        <p className="font-medium">{props.label}</p>
        {props.note !== undefined && <p className="text-xs text-muted">{props.note}</p>}
      </div>
      <div className="min-w-0 flex-1 overflow-x-auto p-0.5">{props.children}</div>
    </div>
  );
}
