import * as Ariakit from "@ariakit/react";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { cx } from "./class-names.ts";
import { Icon } from "./icons/icon.tsx";
import type { IconName } from "./icons/icons.ts";

export type TabItem<Value extends string> = {
  value: Value;
  label: string;
  count?: string;
  icon?: IconName;
  iconClassName?: string;
};

export type TabsProps<Value extends string> = {
  /** Accessible name of the row of tabs. */
  label: string;
  value: Value;
  tabs: readonly TabItem<Value>[];
  onChange: (value: Value) => void;
  /** The panel of the chosen tab. */
  children: ReactNode;
  panelClassName?: string;
  /** Right end of the row. */
  end?: ReactNode;
};

export function Tabs<Value extends string>(props: TabsProps<Value>) {
  const list = useRef<HTMLDivElement>(null);
  useChosenInView(list, props.value);
  const select = (id: string | null | undefined) => {
    const tab = props.tabs.find((one) => one.value === id);
    if (tab !== undefined) props.onChange(tab.value);
  };
  return (
    <Ariakit.TabProvider selectedId={props.value} setSelectedId={select}>
      <div className="flex items-end border-b border-border px-gutter">
        <Ariakit.TabList ref={list} aria-label={props.label} className="-mb-px flex min-w-0 flex-1 overflow-x-auto">
          {props.tabs.map((tab) => (
            <Ariakit.Tab
              key={tab.value}
              id={tab.value}
              className={cx(
                "inline-flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent px-2.5 font-medium text-muted",
                "focus-visible:outline-2 focus-visible:-outline-offset-2 hover:text-text aria-selected:forced-chosen aria-selected:border-accent aria-selected:text-text",
              )}
            >
              {tab.icon !== undefined && <Icon name={tab.icon} className={tab.iconClassName ?? ""} />}
              {tab.label}
              {tab.count !== undefined && <span className="font-normal text-muted">{tab.count}</span>}
            </Ariakit.Tab>
          ))}
        </Ariakit.TabList>
        {props.end}
      </div>
      <Ariakit.TabPanel tabId={props.value} className={props.panelClassName ?? ""}>
        {props.children}
      </Ariakit.TabPanel>
    </Ariakit.TabProvider>
  );
}

/** Where the row is wider than the window the chosen tab stands in its middle. */
function useChosenInView(list: RefObject<HTMLDivElement | null>, value: string): void {
  useEffect(() => {
    const row = list.current;
    const tab = row?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (row === null || tab === null || tab === undefined) return;
    const [inRow, inTab] = [row.getBoundingClientRect(), tab.getBoundingClientRect()];
    row.scrollBy({ left: inTab.left - inRow.left - (inRow.width - inTab.width) / 2 });
  }, [list, value]);
}
