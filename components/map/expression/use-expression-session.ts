'use client';

import { useRef, useState } from 'react';
import { editExpression, expressionOf } from '@/lib/mapping/edit-expression';
import { createMappingId } from '../create-mapping-id';
import type { MappingModel } from '../use-mapping-model';
import { useSettledText } from '../use-settled-text';

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

  const apply = (typed: string) => {
    const current = model.current();
    // Somebody else's change came between: it becomes what an undo of this visit returns to.
    if (current !== outcome.current) base.current = current;
    const { mapping, text: before } = start;
    const next = editExpression(base.current, { target, mapping, id, text: typed, before });
    outcome.current = next;
    model.replace(next);
  };
  const settled = useSettledText(apply);

  return {
    text,
    /** Whether anything differs from what was there when the editor opened. */
    hasChanged: text !== start.text,
    /** What the target was filled from before, when that was no calculation. */
    replaced: start.mapping?.kind === 'expression' ? undefined : start.mapping,
    type: (typed: string) => {
      setText(typed);
      settled.keep(typed);
    },
    flush: settled.flush,
    /** Puts everything back as it was when the editor opened. */
    revert: () => {
      settled.drop();
      setText(start.text);
      apply(start.text);
    },
  };
}
