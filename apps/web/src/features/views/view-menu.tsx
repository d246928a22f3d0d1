import type { View } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { viewMutations } from "../../queries/view-mutations.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { showToast } from "../../ui/toasts.tsx";
import { isSameSearch } from "./is-same-search.ts";
import { RenameViewDialog } from "./rename-view-dialog.tsx";

/** What can be done with the saved view that is open. */
export function ViewMenu(props: {
  view: View;
  /** The query that is shown now. */
  shown: string;
  onOpen: (view: View) => void;
  onSaveAs: () => void;
}) {
  const { view, shown } = props;
  const words = useWords();
  const queryClient = useQueryClient();
  const change = useMutation(viewMutations.change(queryClient));
  const setDefault = useMutation(viewMutations.setDefault(queryClient));
  const remove = useMutation(viewMutations.delete(queryClient));
  const restore = useMutation(viewMutations.restore(queryClient));
  const [isRenaming, setRenaming] = useState(false);
  const isChanged = !isSameSearch(view.search, shown);
  const onDelete = () =>
    remove.mutate(view, {
      onSuccess: () =>
        showToast({
          text: words.views.deleted(view.name),
          action: {
            label: words.views.undo,
            run: () => restore.mutate(view),
          },
        }),
    });
  return (
    <>
      <Menu
        placement="bottom-start"
        trigger={<IconButton icon="chevron-down" label={words.views.menu(view.name)} className="mr-1 size-6" />}
      >
        {isChanged && <MenuItem onSelect={() => props.onOpen(view)}>{words.views.goBack}</MenuItem>}
        {isChanged && view.isMine && (
          <MenuItem onSelect={() => change.mutate({ view, change: { search: shown } })}>{words.views.replace}</MenuItem>
        )}
        {(isChanged || !view.isMine) && <MenuItem onSelect={props.onSaveAs}>{words.views.saveAs}</MenuItem>}
        {isChanged && <MenuSeparator />}
        <MenuItem onSelect={() => setDefault.mutate({ kind: view.kind, viewId: view.isDefault ? null : view.id })}>
          {view.isDefault ? words.views.unsetDefault : words.views.setDefault}
        </MenuItem>
        {view.isMine && (
          <>
            <MenuItem onSelect={() => change.mutate({ view, change: { isShared: !view.isShared } })}>
              {view.isShared ? words.views.unshare : words.views.share}
            </MenuItem>
            <MenuItem onSelect={() => setRenaming(true)}>{words.views.rename}</MenuItem>
            <MenuItem tone="danger" onSelect={onDelete}>
              {words.common.delete}
            </MenuItem>
          </>
        )}
      </Menu>
      {isRenaming && <RenameViewDialog view={view} onClose={() => setRenaming(false)} />}
    </>
  );
}
