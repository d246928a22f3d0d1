/** A key, as printed on it. */
export function Kbd(props: { children: string }) {
  return (
    <kbd className="inline-flex h-[1.125rem] min-w-[1.125rem] items-center justify-center rounded-xs border border-border bg-raised px-1 font-sans text-2xs font-medium text-muted">
      {props.children}
    </kbd>
  );
}
