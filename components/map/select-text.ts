import type { EditorView } from '@codemirror/view';

/** Selects a stretch of the text, scrolls to it and gives the box the focus; ends beyond the text are its end. */
export function selectText(editor: EditorView | undefined, from: number, to: number): void {
  if (!editor) return;
  const length = editor.state.doc.length;
  editor.dispatch({
    selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
    scrollIntoView: true,
  });
  editor.focus();
}
