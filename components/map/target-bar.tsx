'use client';

import { Database, Pencil } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { OnboardingId } from '@/lib/ids';
import type { Target } from '@/lib/wizard/draft';
import type { WantedTarget } from './map-step';

const TargetDialog = dynamic(() => import('./target-dialog').then((module) => module.TargetDialog), {
  ssr: false,
});

export type TargetBarProps = {
  onboardingId: OnboardingId;
  target: Target;
  tenantId: string;
  canEdit: boolean;
  onEdit: (target: Target) => void;
  onWant: (wanted: WantedTarget) => void;
};

/** Where the records go, in one line, and the way to change it. */
export function TargetBar({ onboardingId, target, tenantId, canEdit, onEdit, onWant }: TargetBarProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section
      aria-label="Where the records go"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-surface px-4 py-2"
    >
      <Icon glyph={Database} size={20} className="text-accent" />
      <div className="flex min-w-0 flex-1 basis-72 flex-wrap items-baseline gap-x-4">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <span className="min-w-0 truncate">{target.datasetName}</span>
          <Badge tone={target.kind === 'create' ? 'info' : 'neutral'}>
            {target.kind === 'create' ? 'New dataset' : 'Existing dataset'}
          </Badge>
        </p>
        <p className="text-sm text-text-muted">
          {target.kind === 'create' ? (
            <>
              Schema “{target.schemaTitle}”, fields under{' '}
              <code className="font-mono">
                _{tenantId}
                {target.container === '' ? '' : `.${target.container}`}
              </code>
              . Only fields that you map are created.
            </>
          ) : (
            'Records are added to it; its schema stays as it is.'
          )}
        </p>
      </div>
      {canEdit && (
        <Button size="small" onPress={() => setOpen(true)} icon={<Icon glyph={Pencil} />}>
          Change target
        </Button>
      )}
      {isOpen && (
        <TargetDialog
          onboardingId={onboardingId}
          target={target}
          onClose={() => setOpen(false)}
          onEdit={onEdit}
          onWant={onWant}
        />
      )}
    </section>
  );
}
