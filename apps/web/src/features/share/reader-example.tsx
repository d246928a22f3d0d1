import type { ShareHide } from "@gantry/api-contract";
import { useWords } from "../../i18n/use-words.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import type { ShareExample } from "./subject.ts";

/** One line as a reader will see it, so that nobody shares more than they mean to. */
export function ReaderExample({ example, hides }: { example: ShareExample; hides: readonly ShareHide[] }) {
  const words = useWords();
  const { plan, project, person, item } = example;
  return (
    <figure aria-label={words.share.readerSees}>
      <figcaption className="mb-1.5 text-xs text-muted">{words.share.readerSees}</figcaption>
      <div className="rounded-lg border border-border bg-sunken px-4 py-3">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-semibold">{plan}</span>
          {project !== null && <Shown text={project} isHidden={hides.includes("projects")} />}
        </p>
        <p className="mt-1.5 flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-xs">
          {item !== null && (
            <>
              <Shown text={item.number} isHidden={hides.includes("numbers")} />
              <Shown text={item.title} isHidden={hides.includes("titles")} />
            </>
          )}
          {person !== null && <Shown text={person} isHidden={hides.includes("people")} />}
        </p>
      </div>
    </figure>
  );
}

function Shown({ text, isHidden }: { text: string; isHidden: boolean }) {
  const words = useWords();
  if (!isHidden) return <span className="min-w-0 truncate text-muted">{text}</span>;
  return (
    <span className="inline-flex items-center gap-1 rounded-sm border border-dashed border-border-strong px-1.5 text-xs text-muted">
      <Icon name="eye-off" size={12} />
      {words.share.isHidden}
    </span>
  );
}
