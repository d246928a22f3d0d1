import type { ChangeSetPage } from "@gantry/api-contract";
import { useFormat } from "../../../i18n/format.ts";
import { useWords } from "../../../i18n/use-words.ts";
import { Button } from "../../../ui/button.tsx";
import { explainCode } from "./explain-code.ts";

/** Each code among the results: what it means, what can be done, and the way to the changes that it struck. */
export function CodeList(props: {
  codes: ChangeSetPage["codes"];
  code: string | undefined;
  onCode: (code: string | undefined) => void;
}) {
  const words = useWords();
  const format = useFormat();
  if (props.codes.length === 0) return null;
  return (
    <section aria-label={words.codes.heading} className="mt-5">
      <h2 className="mb-2 text-lg font-semibold">{words.codes.heading}</h2>
      <ul className="flex flex-col gap-3">
        {props.codes.map(({ code, results }) => {
          const { happened, cure, retry } = explainCode(code, words);
          const isChosen = code === props.code;
          return (
            <li key={code} className="rounded-md border border-border bg-raised px-3 py-2.5 text-xs">
              <p className="font-mono text-2xs text-muted">{code}</p>
              <p className="mt-1 text-sm">{happened}</p>
              {cure !== null && <p className="mt-1">{cure}</p>}
              <p className="mt-1 text-muted">{retry}</p>
              <Button variant="link" className="mt-1 -ml-1" onClick={() => props.onCode(isChosen ? undefined : code)}>
                {isChosen ? words.codes.showAll : words.codes.show(format.number(results), code)}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
