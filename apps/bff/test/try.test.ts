import { test } from "vitest";
import { createTestApp } from "./test-app.ts";
test("try", async () => {
  const t = await createTestApp();
  const b = await t.signIn();
  const get = async (p: string) => {
    const r = await b.request(p);
    const text = await r.text();
    let j: any;
    try {
      j = JSON.parse(text);
    } catch {
      j = text;
    }
    return j;
  };
  const projects = await get("/api/projects");
  console.log(JSON.stringify(projects).slice(0, 1500));
  for (const p of projects.items.filter((x: any) => x.kind === "none")) {
    for (const what of ["members", "statuses", "sprints", "fields"]) {
      const a = await get(`/api/projects/${p.id}/${what}`);
      console.log(p.name, what, a.items?.length, JSON.stringify(a.items ?? a).slice(0, what === "fields" ? 9000 : 600));
    }
    const plans = await get(`/api/projects/${p.id}/plans`);
    console.log(
      "plans",
      plans.total,
      plans.gantts,
      plans.minds,
      JSON.stringify(plans.items?.[0] ?? plans).slice(0, 300),
    );
    for (const plan of plans.items.slice(0, 3)) {
      const d = await get(`/api/projects/${p.id}/plans/${plan.id}`);
      const i = await get(`/api/projects/${p.id}/plans/${plan.id}/items`);
      console.log(
        plan.name,
        plan.type,
        d.canLink,
        i.total,
        JSON.stringify(i.items?.[0] ?? i).slice(0, 3000),
        i.items?.filter((x: any) => x.start === null && x.end).length,
      );
      const a = await get(`/api/projects/${p.id}/plans/${plan.id}/addable?limit=30`);
      const ids = await get(`/api/projects/${p.id}/plans/${plan.id}/addable/ids`);
      console.log("addable", a.total ?? JSON.stringify(a), a.nextCursor, a.items?.length, ids.ids?.length, ids.undated);
    }
  }
  const o = await get("/api/overview");
  for (const l of String(o).trim().split("\n")) console.log(l.slice(0, 600));
  console.log(
    t.logLines
      .filter((l) => l.level === "error" || l.level === "warn")
      .map((l) => JSON.stringify(l))
      .slice(0, 5),
  );
}, 60000);
