'use client';

import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
  completionStatus,
  startCompletion,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { useEffect, useImperativeHandle, useRef } from 'react';
import { completeExpression, type ExpressionCompletion } from '@/lib/expression/complete-expression';
import { codeTheme } from '../code-theme';
import { selectText } from '../select-text';
import type { ExpressionInputProps } from './expression-input';
import { expressionLanguage } from './expression-language';

const severities = { error: 'error', warning: 'warning', hint: 'info' } as const;

/** The expression in a code editor. Tab is left alone, so the keyboard is never caught; Escape closes the list first. */
export function CodeInput(props: ExpressionInputProps) {
  const { text, diagnostics, label, describedBy, readOnly, ref } = props;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const now = useRef(props);

  useEffect(() => {
    now.current = props;
  });

  useEffect(() => {
    const parent = place.current;
    if (!parent) return;
    const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
    const complete = (context: CompletionContext): CompletionResult | null => {
      const { fields, exampleOf } = now.current;
      const whole = context.state.doc.toString();
      const found = completeExpression(whole, context.pos, fields, { isExplicit: context.explicit });
      const [first] = found ?? [];
      if (!found || !first) return null;
      const options = found.map((option) => toCodeMirror(option, first.from, exampleOf));
      return { from: first.from, options, filter: false };
    };
    const editor = new EditorView({
      parent,
      state: EditorState.create({
        doc: now.current.text,
        selection: { anchor: now.current.text.length },
        extensions: [
          nonce === '' ? [] : EditorView.cspNonce.of(nonce),
          expressionLanguage,
          codeTheme,
          drawSelection(),
          bracketMatching(),
          history(),
          closeBrackets(),
          // What is on screen is what Enter takes, however soon it comes.
          autocompletion({
            override: [complete],
            icons: false,
            activateOnTypingDelay: 60,
            interactionDelay: 0,
          }),
          placeholder('Such as  lower(trim(data.billing_details.email))'),
          EditorView.lineWrapping,
          // The dialog around it closes with Escape too: the list goes first.
          Prec.highest(
            EditorView.domEventHandlers({
              keydown: (event, target) => {
                if (event.key !== 'Escape' || completionStatus(target.state) === null) return false;
                event.stopPropagation();
                event.preventDefault();
                return closeCompletion(target);
              },
            }),
          ),
          keymap.of([
            { key: 'Ctrl-Space', run: startCompletion },
            { key: 'Enter', run: acceptCompletion },
            ...closeBracketsKeymap,
            ...completionKeymap,
            ...defaultKeymap,
            ...historyKeymap,
            ...lintKeymap,
          ]),
          EditorState.readOnly.of(readOnly),
          EditorView.contentAttributes.of({
            'aria-label': label,
            'aria-describedby': describedBy,
            'aria-readonly': String(readOnly),
            dir: 'ltr',
            tabindex: '0',
            spellcheck: 'false',
            'data-testid': 'expression-input',
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) {
              const typed = update.state.doc.toString();
              if (typed !== now.current.text) now.current.onChange(typed);
            }
            if (update.docChanged || update.selectionSet)
              now.current.onCursorChange(update.state.selection.main.head);
          }),
        ],
      }),
    });
    view.current = editor;
    editor.focus();
    return () => {
      view.current = undefined;
      editor.destroy();
    };
  }, [label, describedBy, readOnly]);

  // Another text than the box's own echo: a formula, an undo, the other kind of box.
  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === text) return;
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: text },
      selection: { anchor: text.length },
    });
  }, [text]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const length = editor.state.doc.length;
    const marks = diagnostics.map(({ from, to, severity, message }) => ({
      from: Math.min(from, length),
      to: Math.min(to, length),
      severity: severities[severity],
      message,
    }));
    editor.dispatch(setDiagnostics(editor.state, marks));
  }, [diagnostics]);

  useImperativeHandle(ref, () => ({
    focus: () => view.current?.focus(),
    insert: (added, cursorFromEnd) => {
      const editor = view.current;
      if (!editor) return;
      const { from, to } = editor.state.selection.main;
      editor.dispatch({
        changes: { from, to, insert: added },
        selection: { anchor: from + added.length - cursorFromEnd },
        scrollIntoView: true,
      });
      editor.focus();
    },
    select: (from, to) => selectText(view.current, from, to),
  }));

  return <div ref={place} className="rounded-md border border-line-strong [&_.cm-editor]:rounded-md" />;
}

function toCodeMirror(
  option: ExpressionCompletion,
  listFrom: number,
  exampleOf: ExpressionInputProps['exampleOf'],
): Completion {
  // Where the list begins now: the text may have grown since it was asked for.
  const apply = (editor: EditorView, _: Completion, listStart: number, to: number) => {
    const from = listStart + option.from - listFrom;
    editor.dispatch({
      changes: { from, to, insert: option.insert },
      selection: { anchor: from + option.insert.length - option.cursorFromEnd },
      userEvent: 'input.complete',
      scrollIntoView: true,
    });
  };
  if (option.kind === 'field') {
    const { field } = option;
    const example = exampleOf(field);
    return {
      label: field.path,
      detail: example === '' ? field.typeName : `${field.typeName} · ${example}`,
      type: 'property',
      apply,
    };
  }
  const { definition } = option;
  return {
    label: definition.name,
    detail: definition.category,
    type: 'function',
    apply,
    info: () => describeFunction(definition.signature, definition.description, definition.example),
  };
}

function describeFunction(signature: string, description: string, example: string): HTMLElement {
  const box = document.createElement('div');
  for (const [tag, content] of [
    ['code', signature],
    ['p', description],
    ['code', example],
  ] as const) {
    const line = document.createElement(tag);
    line.textContent = content;
    box.append(line);
  }
  return box;
}
