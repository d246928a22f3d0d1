import * as Ariakit from "@ariakit/react";
import type { ReactNode } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { Icon } from "../icons/icon.tsx";
import type { Option } from "../option.ts";
import { menuRowClass } from "./look.ts";

/** From this many options on, a list can be searched. */
const SEARCHABLE_FROM = 9;

/** Most rows drawn at once; the search reaches the rest. */
const MAX_ROWS = 200;

/** Lets a select's list be searched where it is long. Without a search field the list must not wait for one. */
export function OptionSearch(props: {
  options: readonly Option[];
  search: string;
  onSearch: (search: string) => void;
  children: ReactNode;
}) {
  if (props.options.length < SEARCHABLE_FROM) return props.children;
  return (
    <Ariakit.ComboboxProvider resetValueOnHide value={props.search} setValue={props.onSearch}>
      {props.children}
    </Ariakit.ComboboxProvider>
  );
}

/** The options of an open select, with a search field over long lists. Stands inside Ariakit's select popover. */
export function OptionList(props: {
  options: readonly Option[];
  isPicked: (value: string) => boolean;
  search: string;
}) {
  const words = useWords();
  const needle = props.search.trim().toLocaleLowerCase();
  const matches = props.options.filter((option) => option.label.toLocaleLowerCase().includes(needle));
  const shown = matches.slice(0, MAX_ROWS);
  const canSearch = props.options.length >= SEARCHABLE_FROM;
  const rows = shown.map((option) => (
    <OptionRow key={option.value} option={option} isPicked={props.isPicked(option.value)} canSearch={canSearch} />
  ));
  return (
    <>
      {canSearch && (
        <div className="sticky -top-1 z-10 -mx-1 -mt-1 border-b border-border bg-raised p-1">
          <Ariakit.Combobox
            autoSelect
            placeholder={words.common.search}
            aria-label={words.common.search}
            className="h-control w-full rounded-sm px-2 text-sm outline-none"
          />
        </div>
      )}
      {canSearch ? <Ariakit.ComboboxList className="pt-1">{rows}</Ariakit.ComboboxList> : rows}
      {matches.length === 0 && <p className="px-2 py-1.5 text-muted">{words.common.noMatches}</p>}
      {matches.length > MAX_ROWS && (
        <p className="px-2 py-1.5 text-xs text-muted">{words.common.moreMatches(matches.length - MAX_ROWS)}</p>
      )}
    </>
  );
}

function OptionRow(props: { option: Option; isPicked: boolean; canSearch: boolean }) {
  const { option } = props;
  const content = (
    <>
      {option.start}
      <span className="min-w-0 flex-1 truncate">{option.label}</span>
      {option.hint !== undefined && <span className="text-xs text-muted">{option.hint}</span>}
      <Icon name="check" className={props.isPicked ? "text-accent-text" : "invisible"} />
    </>
  );
  const item = (
    <Ariakit.SelectItem value={option.value} className={menuRowClass}>
      {content}
    </Ariakit.SelectItem>
  );
  if (!props.canSearch) return item;
  return (
    <Ariakit.ComboboxItem className={menuRowClass} render={<Ariakit.SelectItem value={option.value} />}>
      {content}
    </Ariakit.ComboboxItem>
  );
}
