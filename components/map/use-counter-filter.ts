'use client';

import { useEffect, useState } from 'react';
import { type KeepInput, keepFor } from './counter-filters';
import type { CounterFilter } from './editor-header';
import type { EditorTrees } from './use-editor-trees';

/** The pressed counter and what it leaves on show; both trees follow it, and what is mapped meanwhile. */
export function useCounterFilter({ viewOf }: Pick<EditorTrees, 'viewOf'>, input: KeepInput) {
  const [counter, setCounter] = useState<CounterFilter>();
  const keeps = keepFor(counter, input);
  const { source: keepSource, target: keepTarget } = keeps;
  const sourceView = viewOf('source');
  const targetView = viewOf('target');
  useEffect(() => {
    sourceView.filter(sourceView.snapshot().query, keepSource);
  }, [sourceView, keepSource]);
  useEffect(() => {
    targetView.filter(targetView.snapshot().query, keepTarget);
  }, [targetView, keepTarget]);
  return { counter, setCounter, keeps };
}
