import { useImperativeHandle, useLayoutEffect, useRef, type Ref } from "react";
import { createGantt } from "../engine.ts";
import type { GanttEngine, GanttOptions } from "../types.ts";

export type GanttViewProps = GanttOptions & {
  className?: string;
  /** The engine, null until it is mounted. */
  ref?: Ref<GanttEngine | null>;
};

/** A chart as a component: React owns an empty div, the engine everything in it. Keep functions and lists stable: each change redraws. */
export function GanttView({ className, ref, ...options }: GanttViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const engine = useRef<GanttEngine | null>(null);
  const latest = useRef(options);

  useLayoutEffect(() => {
    if (!host.current) return;
    const made = createGantt(host.current, latest.current);
    engine.current = made;
    return () => {
      engine.current = null;
      made.destroy();
    };
  }, []);

  useLayoutEffect(() => {
    const change = changedOptions(latest.current, options);
    latest.current = options;
    engine.current?.update(change);
  });

  useImperativeHandle<GanttEngine | null, GanttEngine | null>(ref, () => engine.current, []);

  return <div ref={host} className={className} style={{ blockSize: "100%" }} />;
}

/** What a render brought anew. The rest stays as the reader made it since: a width that is being dragged, say. */
function changedOptions(before: GanttOptions, after: GanttOptions): Partial<GanttOptions> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const entries = [...names].map((name) => [name, Reflect.get(after, name)] as const);
  return Object.fromEntries(entries.filter(([name, value]) => value !== Reflect.get(before, name)));
}
