import type { ChangeSet, FieldEdit, Preview } from "@gantry/api-contract";
import type { TestApp, TestBrowser } from "@gantry/bff/test-app";

type EditOptions = {
  browser: TestBrowser;
  count: number;
  /** Begins with so many other items of the project left out. */
  from?: number;
  edit?: FieldEdit;
  /** Called with the items before anything is sent: the place to make CodeArts refuse some. */
  prepare?: (itemIds: readonly string[]) => void;
};

/** Starts a change set over a Scrum project's items the way the page does: preview, then agreed values. */
export async function startEdit(
  { simulator }: TestApp,
  { browser, count, from = 0, edit, prepare }: EditOptions,
): Promise<{ changeSet: ChangeSet; itemIds: string[]; projectId: string }> {
  const project = simulator.store
    .projects()
    .find(({ kind, id }) => kind === "scrum" && simulator.store.scrumItemsOf(id).length > from + count);
  if (project === undefined) throw new Error("No project of the simulator has so many items");
  const projectId = project.id;
  const value = 37;
  const itemIds = simulator.store
    .scrumItemsOf(projectId)
    .filter(({ doneRatio, statusId }) => doneRatio !== value && statusId < 5)
    .slice(from, from + count)
    .map(({ id }) => String(id));
  prepare?.(itemIds);
  const proposal = {
    kind: "edit",
    projectId,
    planId: null,
    itemIds,
    edits: [edit ?? { how: "set", field: "progress", value }],
  };
  const { changes } = await post<Preview>(browser, "/api/change-sets/preview", proposal);
  const changeSet = await post<ChangeSet>(browser, "/api/change-sets", {
    origin: "edit",
    projectId,
    planId: null,
    changes: changes.map(({ itemId, field, from: before, to }) => ({ itemId, field, from: before, to })),
  });
  return { changeSet, itemIds, projectId };
}

async function post<T>(browser: TestBrowser, path: string, json: unknown): Promise<T> {
  const headers = { "idempotency-key": crypto.randomUUID() };
  const response = await browser.request(path, { method: "POST", json, headers });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer as T;
}
