import { MOST_SHARE_NAME_LENGTH, SHARE_DAYS, type Share, type ShareHide } from "@gantry/api-contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { shareMutations } from "../../queries/share-mutations.ts";
import { shareQueries } from "../../queries/share-queries.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { LinkField } from "./link-field.tsx";
import { ReaderExample } from "./reader-example.tsx";
import { ShareList } from "./share-list.tsx";
import { hidesFor, isOfSubject, type ShareDays, type ShareExample, type ShareSubject, toPageShare } from "./subject.ts";

/** Makes links to a page, says what their readers will see, and ends them. */
export function ShareDialog(props: { subject: ShareSubject; example: ShareExample; onClose: () => void }) {
  const { subject, example } = props;
  const words = useWords();
  const create = useMutation(shareMutations.create(useQueryClient()));
  const shares = useQuery(shareQueries.list());
  const [hides, setHides] = useState<readonly ShareHide[]>(["people"]);
  const [days, setDays] = useState<ShareDays>(7);
  const [name, setName] = useState(subject.name);
  const [made, setMade] = useState<Share | null>(null);
  const flip = (hide: ShareHide, isHidden: boolean) =>
    setHides((now) => (isHidden ? [...now, hide] : now.filter((one) => one !== hide)));
  const isNameless = name.trim() === "";
  const makeLink = () => {
    if (isNameless) return;
    create.mutate(toPageShare(subject, { name: name.trim(), hides, days }), { onSuccess: setMade });
  };
  const makeFeed = () => {
    if (subject.kind !== "plan") return;
    const { projectId, planId } = subject;
    create.mutate({ kind: "plan-feed", projectId, planId, hides: [...hides] }, { onSuccess: setMade });
  };
  const others = (shares.data?.items ?? []).filter((share) => isOfSubject(share, subject) && share.id !== made?.id);
  return (
    <Dialog
      open
      size="md"
      onClose={props.onClose}
      title={words.share.title(subject.name)}
      description={words.share.lead}
      footer={
        <>
          {subject.kind === "plan" && (
            <Button icon="calendar" onClick={makeFeed} busy={create.isPending}>
              {words.share.makeFeed}
            </Button>
          )}
          <Button variant="primary" icon="share" onClick={makeLink} busy={create.isPending}>
            {words.share.makeLink}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5 text-sm">
        {subject.kind === "overview" && (
          <TextField
            label={words.share.name}
            value={name}
            maxLength={MOST_SHARE_NAME_LENGTH}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
            hint={words.share.fixed(subject.plans.length)}
            error={isNameless ? words.share.nameMissing : undefined}
          />
        )}
        <fieldset>
          <legend className="mb-2 font-medium">{words.share.hidden}</legend>
          <div className="grid gap-x-6 gap-y-2 md:grid-cols-2">
            {hidesFor(subject).map((hide) => (
              <Checkbox
                key={hide}
                checked={hides.includes(hide)}
                onChange={(isHidden) => flip(hide, isHidden)}
                label={words.share.hides[hide]}
              />
            ))}
          </div>
        </fieldset>
        <ReaderExample example={example} hides={hides} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span className="font-medium" aria-hidden="true">
            {words.share.lasts}
          </span>
          <SegmentedControl
            label={words.share.lasts}
            value={String(days)}
            onChange={(value) => setDays(SHARE_DAYS.find((one) => String(one) === value) ?? days)}
            segments={SHARE_DAYS.map((value) => ({ value: String(value), label: words.share.days(value) }))}
          />
          <p className="w-full text-xs text-muted">{words.share.lastsHint}</p>
        </div>
        {create.error !== null && <ErrorState error={create.error} onRetry={makeLink} />}
        {made !== null && <LinkField key={made.id} share={made} />}
        {others.length > 0 && (
          <div>
            <p className="mb-1 font-medium">{words.share.others}</p>
            <ShareList shares={others} />
          </div>
        )}
      </div>
    </Dialog>
  );
}
