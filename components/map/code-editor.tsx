'use client';

import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { CodeProblem } from '@/lib/mapping/read-code';
import { codeTheme } from './code-theme';
import { selectText } from './select-text';

export type CodeEditorHandle = {
  /** Selects a stretch of the text, scrolls to it and gives the text the focus. */
  select: (from: number, to: number) => void;
};

export type CodeEditorProps = {
  /** Spoken name of the text box. */
  label: string;
  /** Id of the element that says how to leave the box and what is wrong. */
  describedBy: string;
  text: string;
  /** Another number makes the box take `text` over; what was typed into it stays otherwise. */
  revision: number;
  onChange: (text: string) => void;
  onBlur: () => void;
  problems: readonly CodeProblem[];
  readOnly: boolean;
  ref?: Ref<CodeEditorHandle>;
};

// More marks than this help nobody and cost time with every key.
const maxMarks = 500;

/** A box for JSON. Tab is left alone, so the keyboard is never caught. */
export function CodeEditor(props: CodeEditorProps) {
  const { revision, problems, ref } = props;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const now = useRef(props);

  useEffect(() => {
    now.current = props;
  });

  const { label, describedBy, readOnly } = props;
  useEffect(() => {
    const parent = place.current;
    if (!parent) return;
    const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
    const editor = new EditorView({
      parent,
      state: EditorState.create({
        doc: now.current.text,
        extensions: [
          nonce === '' ? [] : EditorView.cspNonce.of(nonce),
          codeTheme,
          lineNumbers(),
          foldGutter(),
          lintGutter(),
          highlightActiveLine(),
          highlightActiveLineGutter(),
          drawSelection(),
          bracketMatching(),
          indentOnInput(),
          highlightSelectionMatches(),
          history(),
          json(),
          EditorView.lineWrapping,
          keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...foldKeymap, ...lintKeymap]),
          EditorState.readOnly.of(readOnly),
          EditorView.contentAttributes.of({
            'aria-label': label,
            'aria-describedby': describedBy,
            'aria-readonly': String(readOnly),
            dir: 'ltr',
            tabindex: '0',
            spellcheck: 'false',
            'data-testid': 'mapping-code',
          }),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return;
            const typed = update.state.doc.toString();
            if (typed !== now.current.text) now.current.onChange(typed);
          }),
          EditorView.domEventHandlers({
            blur: () => {
              now.current.onBlur();
            },
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      view.current = undefined;
      editor.destroy();
    };
  }, [label, describedBy, readOnly]);

  const takenRevision = useRef(revision);
  useEffect(() => {
    const editor = view.current;
    if (!editor || takenRevision.current === revision) return;
    takenRevision.current = revision;
    const { text } = now.current;
    if (editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [revision]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const length = editor.state.doc.length;
    const marks = problems.slice(0, maxMarks).map(
      (problem): Diagnostic => ({
        from: Math.min(problem.from, length),
        to: Math.min(problem.to, length),
        severity: problem.severity === 'warning' ? 'warning' : 'error',
        message: problem.sentence,
      }),
    );
    editor.dispatch(setDiagnostics(editor.state, marks));
  }, [problems]);

  useImperativeHandle(ref, () => ({
    select: (from, to) => selectText(view.current, from, to),
  }));

  return <div ref={place} className="h-full min-h-0 [contain:strict]" />;
}
