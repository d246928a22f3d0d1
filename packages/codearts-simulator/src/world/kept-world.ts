import { buildWorld } from "./build-world.ts";
import type { World } from "./world-types.ts";

type Recipe = Parameters<typeof buildWorld>[0];

let kept: { recipe: string; world: World } | null = null;

/** A world is never changed once it stands, so the last one that was built serves all who ask for the same. */
export function worldOf(recipe: Recipe): World {
  const key = JSON.stringify(recipe);
  if (kept?.recipe !== key) kept = { recipe: key, world: buildWorld(recipe) };
  return kept.world;
}
