'use client';

import { SquareFunction } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { useAnnounce } from '@/components/ui/live-region';
import { Popover } from '@/components/ui/popover';
import { Spinner } from '@/components/ui/spinner';
import type { FieldMapping } from '@/lib/mapping/mapping';
import { refuseIdentity } from '@/lib/plan/find-target-problems';
import type { FieldRef } from './field-ref';
import type { MappingModel } from './use-mapping-model';

const ConstantForm = dynamic(() => import('./constant-form').then((module) => module.ConstantForm), {
  ssr: false,
  loading: () => <Spinner label="Opening the constant" />,
});

export type FieldActionsProps = {
  field: FieldRef;
  model: MappingModel;
  /** The mapping of the field, if it has one. */
  mapping: FieldMapping | undefined;
  /** Opens the calculation of a target. */
  onCalculate: (target: string) => void;
  /** From the page, for a target field. */
  targetAction?: ((path: string, refused: string | undefined) => ReactNode) | undefined;
};

/** What else can be done with the active field: leave a source field out, fill a target with a value of one's own. */
export function FieldActions({ field, model, mapping, onCalculate, targetAction }: FieldActionsProps) {
  const announce = useAnnounce();
  if (field.id < 0) return null;
  if (field.side === 'target') {
    const target = mapping?.target ?? model.targetTree.path[field.id] ?? '';
    if (target === model.tenantRoot) return null;
    const path = model.targetTree.path[field.id] ?? '';
    return (
      <>
        {targetAction?.(path, refuseIdentity(model.targetTree, field.id))}
        {mapping?.kind !== 'expression' && (
          <ConstantPopover target={target} mapping={mapping} model={model} />
        )}
        <CalculateButton mapping={mapping} onPress={() => onCalculate(target)} />
      </>
    );
  }
  if (mapping?.kind === 'expression')
    return <CalculateButton mapping={mapping} onPress={() => onCalculate(mapping.target)} />;
  if (mapping) return null;
  const path = model.sourceTree.path[field.id] ?? '';
  const isLeftOut = model.state.unmappedOnPurpose.includes(path);
  return (
    <Button
      size="small"
      variant="quiet"
      onPress={() => {
        model.run({ type: isLeftOut ? 'unmark' : 'mark-unmapped', paths: [path] });
        announce(isLeftOut ? `${path} counts as unused again.` : `${path} is left out on purpose.`);
      }}
    >
      {isLeftOut ? 'Take back in' : 'Leave out on purpose'}
    </Button>
  );
}

function CalculateButton({ mapping, onPress }: { mapping: FieldMapping | undefined; onPress: () => void }) {
  return (
    <Button
      size="small"
      variant="quiet"
      icon={<SquareFunction aria-hidden size={14} />}
      aria-keyshortcuts="="
      onPress={onPress}
    >
      {mapping?.kind === 'expression' ? 'Edit expression' : 'Calculated field'}
    </Button>
  );
}

type ConstantProps = { target: string; mapping: FieldMapping | undefined; model: MappingModel };

function ConstantPopover({ target, mapping, model }: ConstantProps) {
  return (
    <Popover
      label={`Constant for ${target}`}
      placement="bottom end"
      trigger={(opens) => (
        <Button {...opens} size="small" variant="quiet">
          {mapping?.kind === 'constant' ? 'Edit constant' : 'Constant'}
        </Button>
      )}
    >
      {(close) => <ConstantForm target={target} mapping={mapping} model={model} onDone={close} />}
    </Popover>
  );
}
