// Runs before the first paint, so that a dark page never flashes white. Kept outside the bundle because the
// page's policy allows no inline script. The same keys are owned by src/lib/settings.ts.
try {
  const settings = JSON.parse(localStorage.getItem("gantry.settings") ?? "{}");
  if (["light", "dark", "high-contrast"].includes(settings.theme)) {
    document.documentElement.dataset.theme = settings.theme;
  }
} catch {
  // Storage may be closed to us, or hold something else: the system's theme counts then.
}
