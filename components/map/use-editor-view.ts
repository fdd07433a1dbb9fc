'use client';

import { startTransition, useState } from 'react';
import { afterPaint } from '@/components/ui/after-paint';
import type { EditorView } from './editor-header';

/** The view that is chosen, and the one on show: building another takes a moment, in which the press is seen already. */
export function useEditorView(first: EditorView) {
  const [view, setView] = useState(first);
  const [shownView, setShownView] = useState(first);
  return {
    view,
    shownView,
    changeView: (wanted: EditorView) => {
      setView(wanted);
      afterPaint(() => startTransition(() => setShownView(wanted)));
    },
    /** At once, for who goes on to something in it. */
    showView: (wanted: EditorView) => {
      setView(wanted);
      setShownView(wanted);
    },
  };
}
