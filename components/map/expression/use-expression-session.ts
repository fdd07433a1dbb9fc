'use client';

import { useEffect, useRef, useState } from 'react';
import { editExpression, expressionOf } from '@/lib/mapping/edit-expression';
import { createMappingId } from '../create-mapping-id';
import type { MappingModel } from '../use-mapping-model';

const quietMs = 250;

/**
 * The calculated field of a target as text. What is typed goes into the mappings by itself, valid or not, so nothing can
 * be lost; one visit to the editor is one step of the history, however much is typed.
 */
export function useExpressionSession(model: MappingModel, target: string) {
  const [start] = useState(() => {
    const history = model.current();
    const rows = history.state.mappings.filter((mapping) => mapping.target === target);
    const mapping = rows.find(({ kind }) => kind === 'expression') ?? rows[0];
    return { history, mapping, text: mapping ? expressionOf(mapping) : '' };
  });
  const [text, setText] = useState(start.text);
  const [id] = useState(createMappingId);
  const base = useRef(start.history);
  const outcome = useRef(start.history);
  const pending = useRef<{ text: string; timer: ReturnType<typeof setTimeout> }>(undefined);

  const apply = (typed: string) => {
    const current = model.current();
    // Somebody else's change came between: it becomes what an undo of this visit returns to.
    if (current !== outcome.current) base.current = current;
    const { mapping, text: before } = start;
    const next = editExpression(base.current, { target, mapping, id, text: typed, before });
    outcome.current = next;
    model.replace(next);
  };
  const flush = () => {
    const work = pending.current;
    if (!work) return;
    clearTimeout(work.timer);
    pending.current = undefined;
    apply(work.text);
  };
  const latestFlush = useRef(flush);
  useEffect(() => {
    latestFlush.current = flush;
  });
  useEffect(() => () => latestFlush.current(), []);

  return {
    text,
    /** Whether anything differs from what was there when the editor opened. */
    hasChanged: text !== start.text,
    /** What the target was filled from before, when that was no calculation. */
    replaced: start.mapping?.kind === 'expression' ? undefined : start.mapping,
    type: (typed: string) => {
      setText(typed);
      clearTimeout(pending.current?.timer);
      pending.current = { text: typed, timer: setTimeout(() => latestFlush.current(), quietMs) };
    },
    flush,
    /** Puts everything back as it was when the editor opened. */
    revert: () => {
      clearTimeout(pending.current?.timer);
      pending.current = undefined;
      setText(start.text);
      apply(start.text);
    },
  };
}
