import type { PlanType } from "@gantry/api-contract";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { projectQueries } from "../../queries/project-queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Select } from "../../ui/select.tsx";
import { useCreatePlan } from "./plan-mutations.ts";
import { PlanNameField } from "./plan-name-field.tsx";

export function NewPlanDialog(props: { open: boolean; onClose: () => void }) {
  const words = useWords();
  const { dialog } = words.overview;
  const id = useId();
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={dialog.newTitle}
      description={dialog.newLead}
      closeOnOutsidePress={false}
      footer={
        <>
          <Button onClick={props.onClose}>{words.common.cancel}</Button>
          <Button type="submit" form={id} variant="primary">
            {dialog.create}
          </Button>
        </>
      }
    >
      <NewPlanForm id={id} onClose={props.onClose} />
    </Dialog>
  );
}

function NewPlanForm(props: { id: string; onClose: () => void }) {
  const words = useWords();
  const { dialog, planType } = words.overview;
  const navigate = useNavigate();
  const projects = useQuery(projectQueries.all()).data ?? [];
  const [name, setName] = useState("");
  const [type, setType] = useState<PlanType>("gantt");
  const [projectId, setProjectId] = useState<string | null>(null);
  const [isChecked, setChecked] = useState(false);
  const create = useCreatePlan({
    onDone: (plan) => {
      props.onClose();
      void navigate({
        to: "/projects/$projectId/plans/$planId",
        params: { projectId: plan.projectId, planId: plan.id },
      });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() === "" || projectId === null || create.isPending) return;
    create.mutate({ projectId, name: name.trim(), type });
  };
  const isProjectMissing = isChecked && projectId === null;
  return (
    <form id={props.id} onSubmit={submit} noValidate className="flex flex-col gap-4">
      <PlanNameField value={name} onChange={setName} isChecked={isChecked} />
      <div>
        <p className="mb-1.5 text-sm font-medium">{dialog.project}</p>
        <Select
          label={dialog.project}
          value={projectId}
          placeholder={dialog.chooseProject}
          options={projects.map((project) => ({ value: project.id, label: project.name }))}
          onChange={setProjectId}
          invalid={isProjectMissing}
          className="h-9"
        />
        {isProjectMissing && <p className="mt-1 text-xs text-danger-text">{dialog.projectMissing}</p>}
      </div>
      <div>
        <p className="mb-1.5 text-sm font-medium">{dialog.type}</p>
        <SegmentedControl
          label={dialog.type}
          value={type}
          onChange={setType}
          className="w-full"
          segments={[
            { value: "gantt", label: planType.gantt, icon: "gantt" },
            { value: "mind", label: planType.mind, icon: "mind-map" },
          ]}
        />
      </div>
    </form>
  );
}
