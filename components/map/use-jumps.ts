'use client';

import { flushSync } from 'react-dom';
import type { TreeGridHandle } from '@/components/schema-tree/tree-grid';
import { useAnnounce } from '@/components/ui/live-region';
import type { CheckedMapping } from '@/lib/mapping/check-mappings';
import type { FieldRef, Side } from './field-ref';
import type { ActiveFields } from './lines-view';
import type { MappingModel } from './use-mapping-model';

export type JumpEnvironment = {
  model: MappingModel;
  gridOf: (side: Side) => TreeGridHandle | null;
  active: ActiveFields;
  /** Shows the trees, unfiltered. */
  openLines: () => void;
  onActiveChange: (update: (last: ActiveFields) => ActiveFields) => void;
};

/** Ways to go to a field or a mapping among the trees from anywhere in the editor. */
export function useJumps({ model, gridOf, active, openLines, onActiveChange }: JumpEnvironment) {
  const announce = useAnnounce();

  const showField = ({ side, id }: FieldRef) => {
    flushSync(openLines);
    gridOf(side)?.focusField(id);
    flushSync(() => onActiveChange((last) => ({ ...last, side })));
  };

  const showMapping = (row: CheckedMapping) => {
    flushSync(openLines);
    if (row.targetId >= 0) gridOf('target')?.showField(row.targetId);
    if (row.sourceId >= 0) gridOf('source')?.focusField(row.sourceId);
    else if (row.targetId >= 0) gridOf('target')?.focusField(row.targetId);
    flushSync(() => onActiveChange((last) => ({ ...last, side: row.sourceId >= 0 ? 'source' : 'target' })));
  };

  const goToNextError = () => {
    const wrong = new Set(model.coverage.errors);
    const errors = model.checked.filter(({ mapping }) => wrong.has(mapping.id));
    const here = errors.findIndex(
      ({ sourceId, targetId }) => sourceId === active.source && targetId === active.target,
    );
    const next = errors[(here + 1) % Math.max(1, errors.length)];
    if (!next) {
      announce('No errors.');
      return;
    }
    showMapping(next);
    announce(next.sentence);
  };

  return { showField, showMapping, goToNextError };
}
