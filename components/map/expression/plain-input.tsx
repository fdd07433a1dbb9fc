'use client';

import { useImperativeHandle, useRef } from 'react';
import { inputStyles } from '@/components/ui/field-styles';
import type { ExpressionInputProps } from './expression-input';

/** The expression in an ordinary text box: for those who prefer one, and when the code editor does not load. */
export function PlainInput(props: ExpressionInputProps) {
  const { text, onChange, onCursorChange, diagnostics, readOnly, ref } = props;
  const box = useRef<HTMLTextAreaElement>(null);

  useImperativeHandle(ref, () => ({
    focus: () => box.current?.focus(),
    insert: (added, cursorFromEnd) => {
      const element = box.current;
      if (!element) return;
      element.focus();
      const { selectionStart, selectionEnd } = element;
      const next = text.slice(0, selectionStart) + added + text.slice(selectionEnd);
      // The browser's own value first, or the cursor would jump to the end with the next render.
      element.value = next;
      const cursor = selectionStart + added.length - cursorFromEnd;
      element.setSelectionRange(cursor, cursor);
      onChange(next);
      onCursorChange(cursor);
    },
    select: (from, to) => {
      box.current?.focus();
      box.current?.setSelectionRange(from, to);
    },
  }));

  return (
    <textarea
      ref={box}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-invalid={diagnostics.some(({ severity }) => severity === 'error')}
      data-testid="expression-input"
      dir="ltr"
      rows={6}
      spellCheck={false}
      autoCapitalize="off"
      autoCorrect="off"
      autoComplete="off"
      readOnly={readOnly}
      value={text}
      onChange={(event) => {
        onChange(event.currentTarget.value);
        onCursorChange(event.currentTarget.selectionEnd);
      }}
      onSelect={(event) => onCursorChange(event.currentTarget.selectionEnd)}
      className={`${inputStyles} block resize-y font-mono text-sm`}
    />
  );
}
