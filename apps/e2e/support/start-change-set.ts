import type { Page } from "@playwright/test";

type Wish = { projectId: string; planId: string; itemIds: readonly string[] } & (
  | { kind: "link" }
  | { kind: "edit"; edits: readonly { how: "set"; field: string; value: string | number }[] }
);

/** Starts a change set of many items from inside a page that is signed in: preview, then agreed values. Gives its id. */
export function startChangeSet(page: Page, wish: Wish): Promise<string> {
  return page.evaluate(async (proposal) => {
    const post = async (path: string, body: unknown) => {
      const headers = { "content-type": "application/json", "x-gantry": "1", "idempotency-key": crypto.randomUUID() };
      const response = await fetch(`/api${path}`, { method: "POST", headers, body: JSON.stringify(body) });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.json();
    };
    const preview = await post("/change-sets/preview", proposal);
    const changes = preview.changes.map(
      ({ itemId, field, from, to }: Record<"itemId" | "field" | "from" | "to", unknown>) => ({
        itemId,
        field,
        from,
        to,
      }),
    );
    const { kind: origin, projectId, planId } = proposal;
    const { id }: { id: string } = await post("/change-sets", { origin, projectId, planId, changes });
    return id;
  }, wish);
}
