import type { SessionInfo } from "@gantry/api-contract";
import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n/use-words.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { useSignOut } from "./use-sign-out.ts";

export function UserMenu(props: { session: NonNullable<SessionInfo["session"]>; onShowShortcuts: () => void }) {
  const words = useWords();
  const signOut = useSignOut();
  const { session } = props;
  return (
    <Menu
      trigger={
        <button type="button" aria-label={words.shell.account(session.displayName)} className="ml-1 rounded-full">
          <Avatar person={{ id: session.userId, name: session.displayName }} size="md" />
        </button>
      }
    >
      <div className="px-2 py-1.5">
        <p className="font-medium">{session.displayName}</p>
        <p className="text-xs text-muted">
          {session.userName} · {session.account}
        </p>
      </div>
      <MenuSeparator />
      <MenuItem icon="settings" render={<Link to="/settings" />}>
        {words.shell.settings}
      </MenuItem>
      <MenuItem icon="keyboard" onSelect={props.onShowShortcuts} hint="?">
        {words.shell.shortcuts}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon="sign-out" onSelect={() => signOut.mutate()}>
        {words.shell.signOut}
      </MenuItem>
    </Menu>
  );
}
