import { type Dependency, type DependencyEdit, type DependencyType, MOST_LAG_DAYS } from "@gantry/api-contract";
import { type FormEvent, useId, useState } from "react";
import type { SaidError } from "../../i18n/error-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { RadioList } from "../../ui/radio-list.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { parseLag } from "./parse-lag.ts";

export type LinkDialogProps = {
  /** The link as it is now; undefined when somebody removed it meanwhile. */
  link: Dependency | undefined;
  titleOf: (id: string) => string;
  brokenByDays: number;
  /** An item that is not on this plan has no row to go to. */
  isOnPlan: (id: string) => boolean;
  onGoTo: (id: string) => void;
  /** Answers why the edit was refused, or null. */
  onEdit: (edit: DependencyEdit) => Promise<SaidError | null>;
  onClose: () => void;
};

/** One link: what it joins, how, and with which lag. */
export function LinkDialog(props: LinkDialogProps) {
  const words = useWords();
  // What is typed belongs to the link as it was when the dialog opened; the server sees when it has changed since.
  const [opened] = useState(props.link);
  if (opened === undefined || props.link === undefined) {
    return (
      <Dialog open onClose={props.onClose} title={words.links.title}>
        <p role="status">{words.links.gone}</p>
      </Dialog>
    );
  }
  return <LinkForm {...props} link={opened} />;
}

const TYPES: readonly DependencyType[] = ["FS", "SS", "FF", "SF"];

function LinkForm(props: LinkDialogProps & { link: Dependency }) {
  const { link, onClose } = props;
  const words = useWords();
  const id = useId();
  const [type, setType] = useState(link.type);
  const [lag, setLag] = useState(String(link.lagDays));
  const [isChecked, setIsChecked] = useState(false);
  const [refused, setRefused] = useState<SaidError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const lagDays = parseLag(lag);

  const edit = async (after: DependencyEdit["after"]) => {
    const { fromId, toId, ...rest } = link;
    setIsBusy(true);
    const error = await props.onEdit({ fromId, toId, before: { type: rest.type, lagDays: rest.lagDays }, after });
    setIsBusy(false);
    setRefused(error);
    if (error === null) onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (lagDays === null || isBusy) return;
    if (type === link.type && lagDays === link.lagDays) onClose();
    else void edit({ type, lagDays });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.links.title}
      description={words.links.keptByGantry}
      closeOnOutsidePress={false}
      footer={
        <>
          <Button variant="danger" icon="delete" className="mr-auto" busy={isBusy} onClick={() => void edit(null)}>
            {words.links.remove}
          </Button>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" form={id} variant="primary" busy={isBusy}>
            {words.common.save}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} noValidate className="flex flex-col gap-4 text-sm">
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
          <End name={words.links.predecessor} id={link.fromId} {...props} />
          <End name={words.links.successor} id={link.toId} {...props} />
        </dl>
        {props.brokenByDays > 0 && (
          <Notice tone="warning" icon="health-at-risk">
            {words.links.broken(props.brokenByDays)}
          </Notice>
        )}
        <RadioList
          label={words.links.type}
          value={type}
          options={TYPES.map((value) => ({
            value,
            label: words.chart.linkTypes[value],
            hint: words.links.means[value],
          }))}
          onChange={setType}
        />
        <TextField
          label={words.links.lag}
          value={lag}
          inputMode="text"
          autoComplete="off"
          onChange={(event) => setLag(event.target.value)}
          hint={words.links.lagHint}
          error={isChecked && lagDays === null ? words.links.lagLimits(MOST_LAG_DAYS) : undefined}
          className="max-w-60"
        />
        {refused !== null && (
          <Notice tone="danger" icon="health-late" urgent>
            {refused.text}
            <span className="block font-mono text-2xs">{refused.code}</span>
          </Notice>
        )}
      </form>
    </Dialog>
  );
}

function End(props: { name: string; id: string } & Pick<LinkDialogProps, "titleOf" | "isOnPlan" | "onGoTo">) {
  const { id } = props;
  const title = props.titleOf(id);
  return (
    <>
      <dt className="text-muted">{props.name}</dt>
      <dd className="min-w-0 break-words">
        {props.isOnPlan(id) ? (
          <button type="button" onClick={() => props.onGoTo(id)} className="text-left text-accent-text hover:underline">
            {title}
          </button>
        ) : (
          title
        )}
      </dd>
    </>
  );
}
