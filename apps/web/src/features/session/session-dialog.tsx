import { useQueryClient } from "@tanstack/react-query";
import { useWords } from "../../i18n/use-words.ts";
import { useSessionState } from "../../lib/session-state.ts";
import { sessionQueries } from "../../queries/session-queries.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/**
 * Asks for the password again over the page when the session was lost, whatever is open there: forms keep what was
 * typed, and what could not be read is read again after signing in. Only the same person may go on.
 */
export function SessionDialog() {
  const words = useWords();
  const client = useQueryClient();
  const isLost = useSessionState((state) => state.isLost && !state.isLeaving);
  const info = client.getQueryData(sessionQueries.current().queryKey);
  const known = info?.session;
  if (!isLost || known === undefined || known === null) return null;
  const password = info?.demoCredentials?.userName === known.userName ? info.demoCredentials.password : "";
  return (
    <Dialog
      open
      title={words.session.lostTitle}
      description={words.session.lostLead}
      footer={
        <p className="flex-1 text-xs text-muted">
          <a href="/sign-in" className="font-medium text-accent-text hover:underline">
            {words.session.otherUser}
          </a>{" "}
          {words.session.otherUserNote}
        </p>
      }
    >
      <SignInForm
        isFixedUser
        initial={{ account: known.account, userName: known.userName, password }}
        onSignedIn={() => void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" })}
      />
    </Dialog>
  );
}
