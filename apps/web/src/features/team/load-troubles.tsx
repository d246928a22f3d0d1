import { useErrorWords } from "../../i18n/error-words.ts";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

/** What could not be read anew: what stands below is as it was read last. */
export function LoadTroubles(props: {
  /** Why load could not be counted anew; null where it was. */
  error: Error | null;
  /** Names of projects that did not answer. */
  failed: readonly string[];
  /** Somewhere it is not known who is in the project. */
  areMembersMissing: boolean;
  onRetry: () => void;
}) {
  const words = useWords();
  const format = useFormat();
  const said = useErrorWords(props.error);
  const { error, failed, areMembersMissing } = props;
  if (error === null && failed.length === 0 && !areMembersMissing) return null;
  return (
    <div className="px-gutter py-2">
      <Notice
        tone="warning"
        icon="clock"
        action={
          <Button variant="link" onClick={props.onRetry}>
            {words.common.tryAgain}
          </Button>
        }
      >
        {error !== null
          ? said.text
          : words.common.sentences([
              failed.length > 0 ? words.team.notAnswering(format.list(failed)) : "",
              areMembersMissing ? words.team.membersMissing : "",
            ])}
      </Notice>
    </div>
  );
}
