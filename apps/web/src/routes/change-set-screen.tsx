import type { ChangeSet } from "@gantry/api-contract";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { ChangeSetPage } from "../features/change-set/change-set-page.tsx";
import { UndoSession } from "./undo-session.tsx";

const route = getRouteApi("/app/changes/$id");

/** Ties a change set's page to its address, and to the dialog that undoes it. */
export function ChangeSetScreen() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [undoing, setUndoing] = useState<Pick<ChangeSet, "id" | "projectId" | "origin" | "items"> | null>(null);
  const open = (other: string) => {
    setUndoing(null);
    void navigate({ to: "/changes/$id", params: { id: other }, search: {} });
  };
  return (
    <>
      <ChangeSetPage
        key={id}
        id={id}
        search={search}
        onSearchChange={(next) => void navigate({ search: next, replace: true })}
        onUndo={setUndoing}
      />
      {undoing !== null && <UndoSession changeSet={undoing} onSeeChangeSet={open} onClose={() => setUndoing(null)} />}
    </>
  );
}
