import { useWords } from "../../i18n/use-words.ts";
import { useOnline } from "../../lib/use-online.ts";
import { Icon } from "../../ui/icons/icon.tsx";

export function OfflineStrip() {
  const words = useWords();
  const isOnline = useOnline();
  return (
    <output className="block">
      {!isOnline && (
        <p className="flex items-center gap-2 border-b border-warning-line bg-warning-soft px-gutter py-1.5 text-warning-text">
          <Icon name="offline" />
          {words.shell.offline}
        </p>
      )}
    </output>
  );
}
