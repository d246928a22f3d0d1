import type { LoadItem } from "@gantry/api-contract";
import { useState } from "react";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Select } from "../../ui/select.tsx";
import { type MembersByProject, planMove, type PlannedMove, type WorkPlaceKey } from "./plan-move.ts";
import { type MoveScene, sayMoves, sayRefusal } from "./say-move.ts";

/** Moving an item without a pointer: to whom, to which week, and what that does. */
export function MoveDialog(props: {
  item: LoadItem;
  from: WorkPlaceKey;
  members: MembersByProject;
  scene: MoveScene;
  onPreview: (move: PlannedMove) => void;
  onClose: () => void;
}) {
  const { item, from, members, scene } = props;
  const { words, format, load, frame } = scene;
  const said = words.team.move;
  const [personId, setPersonId] = useState(from.personId);
  const [week, setWeek] = useState(from.week);
  const known = [...(members.get(item.item.projectId)?.values() ?? [])];
  const own = item.item.assignee;
  const people = own === null || known.some(({ id }) => id === own.id) ? known : [own, ...known];
  const planned = week === null ? null : planMove(item, { from, to: { personId, week }, frame, members });
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={said.toTitle(item.item.title)}
      footer={
        <>
          <Button onClick={props.onClose}>{words.common.cancel}</Button>
          <Button
            variant="primary"
            icon="eye"
            disabledReason={planned === null ? said.drop : planned.kind === "move" ? undefined : sayWhyNot()}
            onClick={() => planned?.kind === "move" && props.onPreview(planned)}
          >
            {said.preview}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[5rem_1fr] items-center gap-3">
        <span>{said.person}</span>
        <Select
          label={said.person}
          value={personId}
          placeholder={words.team.nobody}
          options={people
            .map((person) => ({ value: person.id, label: person.name, start: <Avatar person={person} /> }))
            .toSorted((left, right) => format.compare(left.label, right.label))}
          onChange={setPersonId}
        />
        <span>{said.week}</span>
        <Select
          label={said.week}
          value={week === null ? null : String(week)}
          placeholder={words.team.unscheduledTitle}
          options={load.weeks.map(({ start }, index) => ({
            value: String(index),
            label: words.team.week.name(format.longDay(start)),
          }))}
          onChange={(index) => setWeek(Number(index))}
        />
      </div>
      <output className="mt-4 block min-h-10 text-sm text-muted">
        {planned?.kind === "move" && sayMoves([planned], scene).map((line) => <p key={line}>{line}</p>)}
        {planned?.kind === "refused" && <p>{sayWhyNot()}</p>}
      </output>
    </Dialog>
  );

  function sayWhyNot(): string {
    if (planned?.kind !== "refused") return "";
    return sayRefusal(planned, { person: scene.nameOf(personId), words });
  }
}
