import { Fragment } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Kbd } from "../../ui/kbd.tsx";

/** Keys side by side are pressed together; an arrow between two means one after the other. */
type Shortcut = { keys: readonly string[]; isSequence?: true; name: string };

export function ShortcutsDialog(props: { open: boolean; onClose: () => void }) {
  const { shortcuts } = useWords().palette;
  return (
    <Dialog open={props.open} onClose={props.onClose} title={shortcuts.title} size="md">
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        <ShortcutGroup
          title={shortcuts.everywhere}
          shortcuts={[
            { keys: ["Ctrl", "K"], name: shortcuts.openPalette },
            { keys: ["?"], name: shortcuts.help },
            { keys: ["g", "p"], isSequence: true, name: shortcuts.goPlans },
            { keys: ["g", "t"], isSequence: true, name: shortcuts.goTeam },
            { keys: ["g", "c"], isSequence: true, name: shortcuts.goChanges },
            { keys: ["g", "s"], isSequence: true, name: shortcuts.goSettings },
            { keys: ["Esc"], name: shortcuts.closeTop },
          ]}
        />
        <ShortcutGroup
          title={shortcuts.inLists}
          shortcuts={[
            { keys: ["↑", "↓"], name: shortcuts.move },
            { keys: ["←", "→"], name: shortcuts.fold },
            { keys: ["X"], name: shortcuts.select },
            { keys: ["Shift", "↓"], name: shortcuts.extend },
            { keys: ["Ctrl", "A"], name: shortcuts.selectAll },
            { keys: ["Enter"], name: shortcuts.open },
          ]}
        />
        <ShortcutGroup
          title={shortcuts.onChart}
          shortcuts={[
            { keys: ["Space"], name: shortcuts.pickUp },
            { keys: ["L"], name: shortcuts.link },
            { keys: ["+"], name: shortcuts.zoomIn },
            { keys: ["−"], name: shortcuts.zoomOut },
            { keys: ["Shift", "→"], name: shortcuts.pan },
            { keys: ["Ctrl", "Z"], name: shortcuts.undo },
            { keys: ["Ctrl", "Shift", "Z"], name: shortcuts.redo },
          ]}
        />
        <ShortcutGroup
          title={shortcuts.pickedUp}
          shortcuts={[
            { keys: ["←", "→"], name: shortcuts.byDay },
            { keys: ["Shift", "→"], name: shortcuts.byWeek },
            { keys: ["Alt", "→"], name: shortcuts.moveEnd },
            { keys: ["Ctrl", "→"], name: shortcuts.moveStart },
            { keys: ["↑", "↓"], name: shortcuts.progress },
            { keys: ["Enter"], name: shortcuts.drop },
            { keys: ["Esc"], name: shortcuts.putBack },
          ]}
        />
      </div>
    </Dialog>
  );
}

function ShortcutGroup(props: { title: string; shortcuts: readonly Shortcut[] }) {
  const words = useWords();
  return (
    <section>
      <h2 className="mb-1.5 text-xs font-medium text-muted">{props.title}</h2>
      <dl>
        {props.shortcuts.map((shortcut) => (
          <div
            key={shortcut.name}
            className="flex min-h-8 items-center justify-between gap-4 border-b border-border text-sm"
          >
            <dt>{shortcut.name}</dt>
            <dd className="flex items-center gap-1">
              {shortcut.keys.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 && shortcut.isSequence === true && (
                    <span className="text-2xs text-muted">{words.palette.shortcuts.followedBy}</span>
                  )}
                  <Kbd>{key}</Kbd>
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
