'use client';

import { Dialog } from '@/components/ui/dialog';
import { KeyboardKey } from '@/components/ui/keyboard-key';

const shortcuts: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['Enter'], 'Pick a field up; on the other side, drop it'],
  [['letters'], 'While a field is picked up: search the other side by name, or by path with a dot'],
  [['Esc'], 'Put the field back; clear the search'],
  [['Delete'], 'Remove the mappings of a field'],
  [['Shift', 'Space'], 'Up to seven candidates for a field; a digit chooses one'],
  [['Shift', 'Enter'], 'Accept the suggestion of a field'],
  [['Shift', 'Delete'], 'Reject the suggestion of a field'],
  [['='], 'Write or edit the calculated field of a target; Enter edits one that is there'],
  [['Ctrl', 'Space'], 'In an expression: list fields and functions'],
  [['Ctrl', 'K'], 'Find any field or action'],
  [['Ctrl', 'Z'], 'Undo'],
  [['Shift', 'Ctrl', 'Z'], 'Redo'],
  [['↑', '↓', '←', '→'], 'Move through the tree, open and close folders'],
  [['*'], 'Open all folders of a level'],
  [['Home', 'End'], 'First and last field'],
  [['F8'], 'Next error; in the code view, next problem'],
  [['Esc', 'Tab'], 'Leave the text of the code view'],
  [['↑', '↓', '←', '→'], 'In the table: move from cell to cell; Space chooses a row'],
  [['?'], 'This list'],
];

/** All keys of the editor. */
export function ShortcutsDialog(props: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  return (
    <Dialog title="Keyboard shortcuts" {...props}>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2 text-sm">
        {shortcuts.map(([keys, does]) => (
          <div key={does} className="contents">
            <dt className="flex gap-1 whitespace-nowrap">
              {keys.map((key) => (
                <KeyboardKey key={key}>{key}</KeyboardKey>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm text-text-muted">On a Mac, ⌘ takes the place of Ctrl.</p>
    </Dialog>
  );
}
