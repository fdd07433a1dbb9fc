'use client';

import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import type { NewFieldMapping } from '@/lib/mapping/commands';

export type MapChildrenDialogProps = {
  sourceName: string;
  targetName: string;
  /** Fields of the two objects with equal names. */
  pairs: readonly NewFieldMapping[];
  onConfirm: (mappings: readonly NewFieldMapping[]) => void;
  onClose: () => void;
};

/** Shows which equally named fields of two objects would be mapped before it maps them. */
export function MapChildrenDialog({
  sourceName,
  targetName,
  pairs,
  onConfirm,
  onClose,
}: MapChildrenDialogProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const wanted = pairs.filter(({ target }) => !left.has(target));
  const tail = (path: string, root: string) => path.slice(root.length).replace(/^\./, '');
  return (
    <Dialog
      title="Map fields one by one"
      size="medium"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            onPress={() => onConfirm(wanted)}
            {...(wanted.length === 0 && { disabledReason: 'Choose at least one field.' })}
          >
            Map {wanted.length} fields
          </Button>
        </>
      }
    >
      <p className="mb-3 text-sm text-text-muted">
        Fields of <bdi className="font-mono text-xs">{sourceName}</bdi> and{' '}
        <bdi className="font-mono text-xs">{targetName}</bdi> with the same name. They take the place of the
        mapping of the whole object.
      </p>
      <ul className="space-y-1">
        {pairs.map(({ source, target }) => (
          <li key={target}>
            <Checkbox
              isSelected={!left.has(target)}
              onChange={(isChosen) => {
                const next = new Set(left);
                if (isChosen) next.delete(target);
                else next.add(target);
                setLeft(next);
              }}
            >
              <span className="flex flex-wrap items-center gap-1.5 font-mono text-xs">
                <bdi>{tail(source, sourceName)}</bdi>
                <ArrowRight aria-label="to" size={12} className="rtl:-scale-x-100" />
                <bdi>{tail(target, targetName)}</bdi>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
