import { useWords } from "../../i18n/use-words.ts";
import { Avatar } from "../avatar.tsx";

/** A person's disc and name; nobody is a dashed disc. */
export function PersonName(props: { person: { id: string; name: string } | null; strong?: boolean }) {
  const words = useWords();
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <Avatar person={props.person} />
      <span
        className={`truncate ${props.strong === true ? "font-medium" : ""} ${props.person === null ? "text-muted" : ""}`}
      >
        {props.person?.name ?? words.common.nobody}
      </span>
    </span>
  );
}
