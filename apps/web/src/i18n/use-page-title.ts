import { useEffect } from "react";
import { useWords } from "./use-words.ts";

/** Names the page in the browser's tab: "Plans · Gantry". */
export function usePageTitle(page: string): void {
  const title = useWords().common.pageTitle(page);
  useEffect(() => {
    document.title = title;
  }, [title]);
}
