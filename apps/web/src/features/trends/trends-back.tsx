import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n/use-words.ts";

/** The way back to the plan that these are the trends of, or to all plans. */
export function TrendsBack(props: { project: string | undefined; plan: string | undefined; name: string }) {
  const words = useWords();
  if (props.project === undefined || props.plan === undefined)
    return (
      <Link to="/" className="hover:text-text hover:underline">
        {words.shell.plans}
      </Link>
    );
  return (
    <Link
      to="/projects/$projectId/plans/$planId"
      params={{ projectId: props.project, planId: props.plan }}
      className="max-w-64 truncate hover:text-text hover:underline"
    >
      {props.name}
    </Link>
  );
}
