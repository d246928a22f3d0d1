import { CommandWindow } from "./command-window.tsx";
import { DialogWindow } from "./dialog-window.tsx";
import { OpenMenu, OpenMenuChoices, OpenMenuItem, OpenMenuSeparator } from "./open-menu.tsx";
import { OpenMultiSelect } from "./open-multi-select.tsx";
import { OpenPopover } from "./open-popover.tsx";
import { OpenSelect } from "./open-select.tsx";

/** All that floats over a page: one file in the browser, which no page's first paint waits for. */
export const parts = {
  CommandWindow,
  DialogWindow,
  OpenMenu,
  OpenMenuChoices,
  OpenMenuItem,
  OpenMenuSeparator,
  OpenMultiSelect,
  OpenPopover,
  OpenSelect,
};
