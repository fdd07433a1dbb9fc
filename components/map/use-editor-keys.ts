'use client';

import { useEffect, useRef } from 'react';

export type EditorKeys = {
  onUndo: () => void;
  onRedo: () => void;
  onNextError: () => void;
  onHelp: () => void;
  onMenu: () => void;
  onEscape: () => void;
};

/** Keys of the whole editor; text boxes keep their own undo. Returns the ref of the editor's element. */
export function useEditorKeys(keys: EditorKeys) {
  const editor = useRef<HTMLDivElement>(null);
  const now = useRef(keys);

  useEffect(() => {
    now.current = keys;
  });

  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const element = event.target;
      if (event.defaultPrevented || !(element instanceof Element)) return;
      const isHere = element === document.body || editor.current?.contains(element) === true;
      if (!isHere) return;
      const isTyping = element.matches(
        'input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable=true]',
      );
      const isCommand = event.ctrlKey || event.metaKey;
      const letter = event.key.toLowerCase();
      if (isCommand && !isTyping && letter === 'z') {
        if (event.shiftKey) now.current.onRedo();
        else now.current.onUndo();
      } else if (isCommand && !isTyping && letter === 'y') now.current.onRedo();
      else if (isCommand && !event.shiftKey && !event.altKey && letter === 'k') now.current.onMenu();
      else if (event.key === 'F8') now.current.onNextError();
      else if (event.key === '?' && !isTyping && !isCommand) now.current.onHelp();
      else if (event.key === 'Escape' && !isTyping) {
        now.current.onEscape();
        return;
      } else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, []);

  return editor;
}
