import { getRouteApi } from "@tanstack/react-router";
import { AuditPage } from "../features/audit/audit-page.tsx";

const route = getRouteApi("/app/changes/audit");

/** The audit log with its filters in the address. */
export function AuditScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return <AuditPage search={search} onSearchChange={(next) => void navigate({ search: next, replace: true })} />;
}
