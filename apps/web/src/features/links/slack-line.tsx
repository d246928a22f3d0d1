import { useWords } from "../../i18n/use-words.ts";
import type { Words } from "../../i18n/words.ts";
import type { Slack } from "./critical.ts";
import type { PlanLinks } from "./use-plan-links.ts";

/** How far an item may slip, and what holds it. Nothing for an item without dates. */
export function SlackLine(props: { itemId: string; links: PlanLinks }) {
  const { itemId, links } = props;
  const words = useWords();
  const slack = links.critical().slackOf(itemId);
  if (slack === null) return null;
  return (
    <div>
      <h3 className="mb-1 text-sm font-semibold">{words.links.critical.slack}</h3>
      <p className={slack.critical ? "font-medium" : ""}>{saySlack(slack, words)}</p>
      <p className="text-xs text-muted">
        {slack.boundById === null
          ? words.links.critical.boundByEnd
          : words.links.critical.boundBy(links.titleOf(slack.boundById))}
      </p>
    </div>
  );
}

function saySlack({ slackDays }: Slack, words: Words): string {
  const said = words.links.critical;
  if (slackDays > 0) return said.days(slackDays);
  return slackDays === 0 ? said.none : said.tooLate(-slackDays);
}
