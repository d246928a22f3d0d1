import { useInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { CommandPalette } from "../features/command-palette/command-palette.tsx";
import { ShortcutsDialog } from "../features/command-palette/shortcuts-dialog.tsx";
import { useGlobalKeys } from "../features/command-palette/use-global-keys.ts";
import { useLiveEvents } from "../features/live/use-live-events.ts";
import { SessionDialog } from "../features/session/session-dialog.tsx";
import { UserMenu } from "../features/session/user-menu.tsx";
import { useSignOut } from "../features/session/use-sign-out.ts";
import { Shell } from "../features/shell/shell.tsx";
import { useOnFirstAct } from "../lib/use-on-first-act.ts";
import { changeSetQueries } from "../queries/change-set-queries.ts";
import { sessionQueries } from "../queries/session-queries.ts";
import { loadFloating } from "../ui/floating/load.ts";

type Overlay = "palette" | "shortcuts" | null;

/** The shell with what belongs to every page: live events, palette, shortcuts, the lost-session dialog. */
export function AppFrame(props: { children: ReactNode }) {
  const { data: info } = useSuspenseQuery(sessionQueries.current());
  const open = useInfiniteQuery(changeSetQueries.list({ state: "open" }));
  const [overlay, setOverlay] = useState<Overlay>(null);
  const signOut = useSignOut();
  useLiveEvents();
  useOnFirstAct(loadFloating);
  useGlobalKeys({ onPalette: () => setOverlay("palette"), onShortcuts: () => setOverlay("shortcuts") });
  const running = open.data?.pages[0]?.total ?? 0;
  return (
    <Shell
      isDemo={info.demo}
      running={running}
      onOpenPalette={() => setOverlay("palette")}
      userMenu={
        info.session !== null && <UserMenu session={info.session} onShowShortcuts={() => setOverlay("shortcuts")} />
      }
    >
      {props.children}
      <CommandPalette
        open={overlay === "palette"}
        onClose={() => setOverlay(null)}
        onShowShortcuts={() => setOverlay("shortcuts")}
        onSignOut={() => signOut.mutate()}
      />
      <ShortcutsDialog open={overlay === "shortcuts"} onClose={() => setOverlay(null)} />
      <SessionDialog />
    </Shell>
  );
}
