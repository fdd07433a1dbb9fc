'use client';

import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { useAnnounce } from '@/components/ui/live-region';
import type { CheckedMapping } from '@/lib/mapping/check-mappings';
import type { FieldRef } from './field-ref';
import type { EditorTrees } from './use-editor-trees';
import type { MappingModel } from './use-mapping-model';

export type JumpEnvironment = {
  model: MappingModel;
  trees: EditorTrees;
  /** Shows the trees, unfiltered. */
  openLines: () => void;
  /** Shows the rows with errors as a table. */
  openErrors: () => void;
};

/** Ways to go to a field or a mapping among the trees from anywhere in the editor. */
export function useJumps({ model, trees, openLines, openErrors }: JumpEnvironment) {
  const { gridOf, setActive } = trees;
  const announce = useAnnounce();
  const lastErrorId = useRef<string>(undefined);

  const showField = ({ side, id }: FieldRef) => {
    flushSync(openLines);
    gridOf(side)?.focusField(id);
    flushSync(() => setActive((last) => ({ ...last, side })));
  };

  const showMapping = (row: CheckedMapping) => {
    flushSync(openLines);
    if (row.targetId >= 0) gridOf('target')?.showField(row.targetId);
    if (row.sourceId >= 0) gridOf('source')?.focusField(row.sourceId);
    else if (row.targetId >= 0) gridOf('target')?.focusField(row.targetId);
    flushSync(() => setActive((last) => ({ ...last, side: row.sourceId >= 0 ? 'source' : 'target' })));
  };

  const goToNextError = () => {
    const wrong = new Set(model.coverage.errors);
    const errors = model.checked.filter(({ mapping }) => wrong.has(mapping.id));
    // After the last one that was shown, wherever the person went meanwhile; from the first again after the last.
    const here = errors.findIndex(({ mapping }) => mapping.id === lastErrorId.current);
    const next = errors[(here + 1) % Math.max(1, errors.length)];
    if (!next) {
      announce('No errors.');
      return;
    }
    lastErrorId.current = next.mapping.id;
    // With both fields gone there is no place among the trees.
    if (next.sourceId < 0 && next.targetId < 0) openErrors();
    else showMapping(next);
    announce(next.sentence);
  };

  return { showField, showMapping, goToNextError };
}
