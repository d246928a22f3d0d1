/**
 * Keeps the browser from scrolling, and from its menus, under a finger that drags. `touch-action` is read when the finger
 * comes down; a long press is known only later, when the first move of the finger can still be claimed.
 */
export function attachClaimTouch(
  surface: HTMLElement,
  { isClaimed, signal }: { isClaimed: () => boolean; signal: AbortSignal },
): void {
  const claim = (event: Event) => {
    if (isClaimed() && event.cancelable) event.preventDefault();
  };
  surface.addEventListener("touchmove", claim, { passive: false, signal });
  surface.addEventListener("contextmenu", claim, { signal });
  let pointerType = "mouse";
  surface.addEventListener("pointerdown", (event) => (pointerType = event.pointerType), { signal });
  // A middle button would start the browser's own scrolling; the click that follows a tap would take the focus away.
  surface.addEventListener(
    "mousedown",
    (event) => {
      if (event.button === 1 || pointerType === "touch") event.preventDefault();
    },
    { signal },
  );
}
