import * as Ariakit from "@ariakit/react";
import type { CommandDialogProps } from "../command-dialog.tsx";
import { Icon } from "../icons/icon.tsx";

export function CommandWindow(props: CommandDialogProps) {
  return (
    <Ariakit.Dialog
      open={props.open}
      onClose={props.onClose}
      unmountOnHide
      aria-label={props.label}
      backdrop={<div className="motion-fade z-(--g-z-dialog) bg-scrim" />}
      className="motion-dialog fixed inset-x-3 top-3 z-(--g-z-dialog) mx-auto flex max-h-[calc(100dvh-1.5rem)] max-w-[36rem] flex-col overflow-hidden rounded-xl bg-raised shadow-lg md:top-[12vh] md:max-h-[70vh]"
    >
      <Ariakit.ComboboxProvider open value={props.search} setValue={props.onSearch} focusLoop>
        <div className="flex items-center gap-2.5 border-b border-border px-4">
          <Icon name="search" className="text-muted" />
          <Ariakit.Combobox
            autoSelect="always"
            data-autofocus="true"
            aria-label={props.label}
            placeholder={props.placeholder}
            className="h-12 w-full bg-transparent text-md outline-none!"
          />
        </div>
        <Ariakit.ComboboxList aria-label={props.label} className="min-h-0 flex-1 overflow-y-auto p-1.5">
          {props.groups.map((group) => (
            <Ariakit.ComboboxGroup key={group.id} className="pb-1">
              <Ariakit.ComboboxGroupLabel className="px-2.5 pt-2 pb-1 text-xs text-muted">
                {group.label}
              </Ariakit.ComboboxGroupLabel>
              {group.items.map((item) => (
                <Ariakit.ComboboxItem
                  key={item.id}
                  hideOnClick={false}
                  setValueOnClick={false}
                  onClick={() => props.onPick(item.id)}
                  className="flex min-h-9 items-center gap-2.5 rounded-md px-2.5 outline-none data-active-item:bg-accent-soft"
                >
                  <Icon name={item.icon} className="text-muted" />
                  <span className="min-w-0 truncate">{item.title}</span>
                  {item.hint !== undefined && <span className="min-w-0 truncate text-xs text-muted">{item.hint}</span>}
                </Ariakit.ComboboxItem>
              ))}
            </Ariakit.ComboboxGroup>
          ))}
        </Ariakit.ComboboxList>
        {props.groups.length === 0 && <p className="px-4 pt-2 pb-6 text-muted">{props.empty}</p>}
      </Ariakit.ComboboxProvider>
    </Ariakit.Dialog>
  );
}
