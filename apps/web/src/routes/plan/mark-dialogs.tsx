import type { Baseline, IsoDate } from "@gantry/api-contract";
import { DeleteBaselineDialog } from "../../features/baseline/delete-baseline-dialog.tsx";
import { SaveBaselineDialog } from "../../features/baseline/save-baseline-dialog.tsx";
import { LinkDialog } from "../../features/links/link-dialog.tsx";
import { type LinkPair, linkIdOf } from "../../features/links/link-id.ts";
import { SeveralLinksDialog } from "../../features/links/several-links-dialog.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { showToast } from "../../ui/toasts.tsx";
import type { PlanMarks } from "./use-plan-marks.ts";

/** What lies over the page. */
export type MarkDialog =
  | { kind: "links"; pairs: readonly LinkPair[] }
  | { kind: "save-baseline" }
  | { kind: "delete-baseline"; baseline: Baseline };

export function MarkDialogs(props: {
  dialog: MarkDialog;
  onOpen: (dialog: MarkDialog | null) => void;
  plan: { projectId: string; planId: string };
  marks: PlanMarks;
  today: IsoDate;
  onGoTo: (id: string) => void;
  onChooseBaseline: (id: string | undefined) => void;
}) {
  const { dialog, onOpen, plan, marks } = props;
  const words = useWords();
  const { links } = marks;
  const close = () => onOpen(null);
  if (dialog.kind === "save-baseline") {
    const saved = ({ id, name }: Baseline) => {
      close();
      props.onChooseBaseline(id);
      showToast({ text: words.baselines.saved(name) });
    };
    return <SaveBaselineDialog plan={plan} today={props.today} onSaved={saved} onClose={close} />;
  }
  if (dialog.kind === "delete-baseline") {
    const { baseline } = dialog;
    const deleted = () => {
      close();
      props.onChooseBaseline(undefined);
      showToast({ text: words.baselines.deleted(baseline.name) });
    };
    return <DeleteBaselineDialog plan={plan} baseline={baseline} onDeleted={deleted} onClose={close} />;
  }
  const [pair, ...others] = dialog.pairs;
  if (pair === undefined) return null;
  if (others.length > 0) {
    return (
      <SeveralLinksDialog
        links={dialog.pairs.flatMap((one) => links.find(one) ?? [])}
        titleOf={links.titleOf}
        onOpen={(one) => onOpen({ kind: "links", pairs: [one] })}
        onClose={close}
      />
    );
  }
  const link = links.find(pair);
  const goTo = (id: string) => {
    close();
    props.onGoTo(id);
  };
  return (
    <LinkDialog
      key={linkIdOf(pair)}
      link={link}
      titleOf={links.titleOf}
      isOnPlan={links.isOnPlan}
      brokenByDays={link === undefined ? 0 : links.faults().brokenBy(link)}
      onGoTo={goTo}
      onEdit={(edit) => marks.edit([edit])}
      onClose={close}
    />
  );
}
