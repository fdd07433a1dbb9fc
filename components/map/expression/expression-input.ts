import type { Ref } from 'react';
import type { CompletionField } from '@/lib/expression/complete-expression';
import type { Diagnostic } from '@/lib/expression/diagnostic';

/** What the dialog can do to the text, whichever box it is in. */
export type ExpressionInputHandle = {
  focus: () => void;
  /** Puts a text where the cursor is; the cursor comes to stand `cursorFromEnd` characters before its end. */
  insert: (text: string, cursorFromEnd: number) => void;
  select: (from: number, to: number) => void;
};

export type ExpressionInputProps = {
  label: string;
  /** Id of the element that says how to use the box and what is wrong. */
  describedBy: string;
  text: string;
  onChange: (text: string) => void;
  onCursorChange: (position: number) => void;
  diagnostics: readonly Diagnostic[];
  fields: readonly CompletionField[];
  /** A masked value of a field in the record on show. */
  exampleOf: (field: CompletionField) => string;
  readOnly: boolean;
  ref?: Ref<ExpressionInputHandle>;
};
