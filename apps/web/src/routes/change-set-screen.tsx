import { getRouteApi } from "@tanstack/react-router";
import { ChangeSetPage } from "../features/change-set/change-set-page.tsx";

const route = getRouteApi("/app/changes/$id");

/** Ties a change set's page to its address. */
export function ChangeSetScreen() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <ChangeSetPage
      key={id}
      id={id}
      search={search}
      onSearchChange={(next) => void navigate({ search: next, replace: true })}
      onOpen={(other) => void navigate({ to: "/changes/$id", params: { id: other } })}
    />
  );
}
