import { useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Select } from "../../ui/select.tsx";

export type AddToPlanDialogProps = {
  count: number;
  gantts: readonly { id: string; name: string }[];
  onChoose: (plan: { id: string; name: string }) => void;
  onClose: () => void;
};

/** To which Gantt chart the chosen items are added; what that would do is previewed next. */
export function AddToPlanDialog({ count, gantts, onChoose, onClose }: AddToPlanDialogProps) {
  const words = useWords();
  const { coverage: said } = words;
  const [only] = gantts.length === 1 ? gantts : [];
  const [planId, setPlanId] = useState(only?.id ?? null);
  const plan = gantts.find(({ id }) => id === planId);
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title={said.addTitle(count)}
      footer={
        <>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button
            variant="primary"
            disabledReason={plan === undefined ? (gantts.length === 0 ? said.noGantt : said.choosePlan) : undefined}
            onClick={() => plan !== undefined && onChoose(plan)}
          >
            {said.next}
          </Button>
        </>
      }
    >
      {gantts.length === 0 ? (
        <p>{said.noGantt}</p>
      ) : (
        <Select
          label={said.addTo}
          value={planId}
          placeholder={said.choosePlan}
          options={gantts.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setPlanId}
        />
      )}
    </Dialog>
  );
}
