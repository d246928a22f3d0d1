import { cx } from "./class-names.ts";
import { categoryOf, initialsOf } from "./initials.ts";

const grounds = [
  "bg-cat-1-done text-cat-1-text",
  "bg-cat-2-done text-cat-2-text",
  "bg-cat-3-done text-cat-3-text",
  "bg-cat-4-done text-cat-4-text",
  "bg-cat-5-done text-cat-5-text",
  "bg-cat-6-done text-cat-6-text",
  "bg-cat-7-done text-cat-7-text",
  "bg-cat-8-done text-cat-8-text",
] as const;

export type AvatarProps = {
  /** Null: nobody, a dashed empty disc. */
  person: { id: string; name: string } | null;
  size?: "sm" | "md";
};

/** A person's initials in a disc of their colour. Decoration: the name stands beside it, or in the label around it. */
export function Avatar(props: AvatarProps) {
  const { person, size = "sm" } = props;
  const box = size === "sm" ? "size-5 text-[0.5625rem]" : "size-7 text-2xs";
  if (person === null) {
    return (
      <span
        aria-hidden="true"
        className={cx("inline-block shrink-0 rounded-full border border-dashed border-border-strong", box)}
      />
    );
  }
  return (
    <span
      aria-hidden="true"
      className={cx(
        "inline-flex shrink-0 items-center justify-center rounded-full font-semibold",
        box,
        grounds[categoryOf(person.id) - 1],
      )}
    >
      {initialsOf(person.name)}
    </span>
  );
}
