import { useSyncExternalStore } from "react";

/** Changes whenever the page's colours do, so that what is painted by hand is painted again. */
export function useColourTheme(): string {
  return useSyncExternalStore(subscribe, currentTheme);
}

const QUERIES = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"];

function currentTheme(): string {
  const answers = QUERIES.map((query) => globalThis.matchMedia(query).matches);
  return [document.documentElement.dataset["theme"], ...answers].join();
}

function subscribe(notify: () => void): () => void {
  const lists = QUERIES.map((query) => globalThis.matchMedia(query));
  for (const list of lists) list.addEventListener("change", notify);
  const observer = new MutationObserver(notify);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => {
    for (const list of lists) list.removeEventListener("change", notify);
    observer.disconnect();
  };
}
