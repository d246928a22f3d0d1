import { useState } from "react";

/** Copies a text; `failed` where the browser does not let a page do so, as on an address without https. */
export function useCopy(): { state: "idle" | "copied" | "failed"; copy: (text: string) => void } {
  const [state, setState] = useState<"idle" | "copied" | "failed">("idle");
  const write = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      setState("failed");
    }
  };
  return { state, copy: (text) => void write(text) };
}

/** A link as somebody outside needs it. */
export function toAddress(path: string): string {
  return new URL(path, globalThis.location.origin).href;
}
