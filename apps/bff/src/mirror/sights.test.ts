import { aPlan } from "@gantry/testkit";
import { expect, onTestFinished, test } from "vitest";
import { openMemoryDatabase } from "../database/open-sqlite.ts";
import { createSights } from "./sights.ts";

const projectId = "8e70d806a8f04d018ea6af6b6ffe7b96";
const identityOf = (userId: string, domainId: string) => ({ userId, domainId, generation: "1" });

test("what one person was told of is given to nobody else: neither a colleague nor a namesake of another domain", async () => {
  const store = await openMemoryDatabase({ now: () => 0 });
  onTestFinished(() => store.close());
  const hers = { identity: identityOf("a", "d"), projectId };
  const others = [identityOf("b", "d"), identityOf("a", "e"), identityOf("d", "a")];
  const writing = createSights(store.database);
  await writing.keep(hers, { plans: [aPlan({ projectId })], listedAt: 1 });
  for (const sights of [writing, createSights(store.database)]) {
    expect(await sights.find(hers)).toMatchObject({ plans: [{ projectId }] });
    for (const identity of others) expect(await sights.find({ identity, projectId })).toBeNull();
  }
});
