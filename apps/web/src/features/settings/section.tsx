import { type ReactNode, useId } from "react";

/** A titled group of settings. */
export function Section(props: { title: string; note?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-6 first-of-type:mt-2">
      <h2 id={id} className="text-lg font-semibold">
        {props.title}
      </h2>
      {props.note !== undefined && <p className="text-xs text-muted">{props.note}</p>}
      <div className="mt-2.5 divide-y divide-border rounded-lg border border-border bg-raised shadow-sm">
        {props.children}
      </div>
    </section>
  );
}
