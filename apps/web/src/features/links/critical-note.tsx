import { useWords } from "../../i18n/use-words.ts";
import type { PlanLinks } from "./use-plan-links.ts";
import { Notice } from "../../ui/notice.tsx";

/** Under the toolbar while the critical path is shown: what it says where nothing is linked yet. */
export function CriticalNote(props: { links: PlanLinks; className?: string }) {
  const words = useWords();
  return (
    <Notice tone="neutral" icon="critical-path" className={props.className ?? ""}>
      {words.links.critical.count(props.links.critical().count)}
      {props.links.isEmpty && ` · ${words.links.critical.noLinks}`}
    </Notice>
  );
}
