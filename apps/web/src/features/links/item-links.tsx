import type { Dependency, DependencyEdit } from "@gantry/api-contract";
import { type ReactNode, useId, useMemo, useState } from "react";
import type { SaidError } from "../../i18n/error-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Select } from "../../ui/select.tsx";
import { sayLink } from "./describe-links.ts";
import { type LinkPair, linkIdOf } from "./link-id.ts";
import type { PlanLinks } from "./use-plan-links.ts";

export type ItemLinksProps = {
  itemId: string;
  links: PlanLinks;
  /** The plan's items, to choose another end from. */
  choices: readonly { id: string; title: string; number: string }[];
  onOpenItem: (id: string) => void;
  onOpenLink: (pair: LinkPair) => void;
  /** Answers why the edit was refused, or null. */
  onEdit: (edit: DependencyEdit) => Promise<SaidError | null>;
};

/** An item's links: what it waits for and what waits for it, to be added, changed and removed without a pointer. */
export function ItemLinks(props: ItemLinksProps) {
  const { itemId, links } = props;
  const words = useWords();
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-3">
      <h3 id={headingId} className="text-sm font-semibold">
        {words.links.section}
      </h3>
      {links.error !== null && <p className="text-danger-text">{words.links.unread}</p>}
      <Side
        {...props}
        name={words.links.predecessors}
        adding={words.links.addPredecessor}
        side={links.predecessorsOf(itemId)}
        otherOf={(link) => link.fromId}
        pairWith={(id) => ({ fromId: id, toId: itemId })}
      />
      <Side
        {...props}
        name={words.links.successors}
        adding={words.links.addSuccessor}
        side={links.successorsOf(itemId)}
        otherOf={(link) => link.toId}
        pairWith={(id) => ({ fromId: itemId, toId: id })}
      />
      <p className="text-xs text-muted">{words.links.keptByGantry}</p>
    </section>
  );
}

type SideProps = ItemLinksProps & {
  name: string;
  adding: string;
  side: readonly Dependency[];
  otherOf: (link: Dependency) => string;
  pairWith: (id: string) => LinkPair;
};

function Side(props: SideProps) {
  const { links, choices, itemId, side, otherOf } = props;
  const words = useWords();
  const [refused, setRefused] = useState<string | null>(null);
  const options = useMemo(
    () =>
      choices
        .filter(({ id }) => id !== itemId)
        .map(({ id, title, number }) => ({ value: id, label: title, hint: number })),
    [choices, itemId],
  );
  const edit = async (one: DependencyEdit) => setRefused((await props.onEdit(one))?.text ?? null);
  const add = (id: string) => {
    const pair = props.pairWith(id);
    const reason = links.refusalOf([pair]);
    setRefused(reason);
    if (reason === null) void edit({ ...pair, before: null, after: { type: "FS", lagDays: 0 } });
  };
  return (
    <div>
      <h4 className="mb-1 text-xs font-medium text-muted">{props.name}</h4>
      {side.length === 0 ? (
        <p className="mb-1.5 text-faint">{words.links.none}</p>
      ) : (
        <ul className="mb-1.5 flex flex-col gap-1">
          {side.map((link) => (
            <Line
              key={linkIdOf(link)}
              link={link}
              links={links}
              onOpen={() => props.onOpenLink(link)}
              onRemove={() =>
                void edit({
                  fromId: link.fromId,
                  toId: link.toId,
                  before: { type: link.type, lagDays: link.lagDays },
                  after: null,
                })
              }
            >
              <OtherEnd id={otherOf(link)} links={links} onOpen={props.onOpenItem} />
            </Line>
          ))}
        </ul>
      )}
      <Select label={props.adding} value={null} placeholder={props.adding} options={options} onChange={add} />
      {refused !== null && (
        <p role="alert" className="mt-1 text-xs text-danger-text">
          {refused}
        </p>
      )}
    </div>
  );
}

function Line(props: {
  link: Dependency;
  links: PlanLinks;
  onOpen: () => void;
  onRemove: () => void;
  children: ReactNode;
}) {
  const { link, links } = props;
  const words = useWords();
  const said = sayLink(link, { words, titleOf: links.titleOf });
  const brokenByDays = links.faults().brokenBy(link);
  return (
    <li className="flex items-start gap-1">
      <div className="min-w-0 flex-1">
        <div className="break-words">{props.children}</div>
        <p className="text-xs text-muted">
          {words.links.withLag(words.chart.linkTypes[link.type], link.lagDays)}
          {brokenByDays > 0 && (
            <span className="text-warning-text">
              {words.common.comma}
              {words.links.brokenShort(brokenByDays)}
            </span>
          )}
        </p>
      </div>
      <IconButton icon="edit" label={words.links.change(said)} onClick={props.onOpen} />
      <IconButton icon="delete" label={words.links.removeOne(said)} onClick={props.onRemove} />
    </li>
  );
}

function OtherEnd(props: { id: string; links: PlanLinks; onOpen: (id: string) => void }) {
  const { id, links } = props;
  if (!links.isOnPlan(id)) return <span className="text-muted">{links.titleOf(id)}</span>;
  return (
    <button type="button" onClick={() => props.onOpen(id)} className="text-left text-accent-text hover:underline">
      {links.titleOf(id)}
    </button>
  );
}
