'use client';

import { useEffect, useState } from 'react';

type Edited<Form> = { form: Form } | undefined;
type History<Form> = {
  past: readonly Edited<Form>[];
  present: Edited<Form>;
  future: readonly Edited<Form>[];
};

const maxSteps = 200;

/**
 * A value with the way back: Ctrl/Cmd+Z takes a change back and with Shift brings it again, except in a text field, where
 * the browser's own undo works. Shows `base` until the first change, and again when that one is undone.
 */
export function useFormHistory<Form>(base: Form, onChange: (form: Form) => void) {
  const [history, setHistory] = useState<History<Form>>({ past: [], present: undefined, future: [] });

  const change = (form: Form) => {
    setHistory(({ past, present }) => ({
      past: [...past, present].slice(-maxSteps),
      present: { form },
      future: [],
    }));
    onChange(form);
  };

  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof HTMLInputElement && event.target.type === 'text') return;
      const next = event.shiftKey ? redo(history) : undo(history);
      if (!next) return;
      event.preventDefault();
      setHistory(next);
      onChange(next.present ? next.present.form : base);
    };
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, [base, history, onChange]);

  return { form: history.present ? history.present.form : base, change };
}

function undo<Form>({ past, present, future }: History<Form>): History<Form> | undefined {
  return past.length === 0
    ? undefined
    : { past: past.slice(0, -1), present: past.at(-1), future: [...future, present] };
}

function redo<Form>({ past, present, future }: History<Form>): History<Form> | undefined {
  return future.length === 0
    ? undefined
    : { past: [...past, present], present: future.at(-1), future: future.slice(0, -1) };
}
