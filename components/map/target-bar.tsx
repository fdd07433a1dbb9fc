'use client';

import { Database, KeyRound, Pencil, Sparkles } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { OnboardingId } from '@/lib/ids';
import type { SchemaStatistics } from '@/lib/schema/statistics';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { targetClasses } from '@/lib/target/target-class';
import type { NewTarget, Target } from '@/lib/wizard/draft';
import type { WantedTarget } from './use-map-reads';

// Opened by few and rarely: the page does not wait for them.
const TargetDialog = dynamic(() => import('./target-dialog').then((module) => module.TargetDialog), {
  ssr: false,
});
const DesignDialog = dynamic(() => import('./target/design-dialog').then((module) => module.DesignDialog), {
  ssr: false,
});

export type TargetBarProps = {
  onboardingId: OnboardingId;
  target: Target;
  tenantId: string;
  source: SourceDefinition;
  resourcePath: string;
  sourceSchema: unknown;
  statistics: SchemaStatistics | undefined;
  /** Nothing is mapped yet: a good moment for a proposal. */
  isUntouched: boolean;
  canEdit: boolean;
  onDesign: (target: NewTarget, mapsAll: boolean) => void;
  onWant: (wanted: WantedTarget) => void;
};

/** Where the records go, in one line, and the ways to change it. */
export function TargetBar(props: TargetBarProps) {
  const { onboardingId, target, tenantId, canEdit, isUntouched, onWant } = props;
  const [open, setOpen] = useState<'choose' | 'design'>();
  const primary = target.identities?.find(({ isPrimary }) => isPrimary) ?? target.identities?.[0];
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
          {target.kind === 'create' && <Badge>{targetClasses[target.classKind ?? 'profile'].title}</Badge>}
          {target.kind === 'create' && target.isProfileEnabled && <Badge tone="caution">Joins Profile</Badge>}
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
          ) : target.identities ? (
            'Records are added to it; its schema gets another identity.'
          ) : (
            'Records are added to it; its schema stays as it is.'
          )}
        </p>
        {primary && (
          <p className="flex flex-wrap items-center gap-x-1.5 text-sm text-text-muted">
            <KeyRound aria-hidden size={14} />
            <bdi className="font-mono text-xs break-all">{primary.target}</bdi>
            <span>
              as {primary.namespace}
              {primary.isPrimary ? ', primary' : ''}
              {(target.identities?.length ?? 0) > 1 && ` and ${(target.identities?.length ?? 0) - 1} more`}
            </span>
          </p>
        )}
      </div>
      {canEdit && (
        <div className="flex flex-wrap gap-2">
          {target.kind === 'create' && (
            <Button
              size="small"
              variant={isUntouched ? 'primary' : 'secondary'}
              onPress={() => setOpen('design')}
              icon={<Icon glyph={Sparkles} />}
            >
              Create from source
            </Button>
          )}
          <Button size="small" onPress={() => setOpen('choose')} icon={<Icon glyph={Pencil} />}>
            Change target
          </Button>
        </div>
      )}
      {open === 'choose' && (
        <TargetDialog
          onboardingId={onboardingId}
          target={target}
          onClose={() => setOpen(undefined)}
          onDesign={() => setOpen('design')}
          onWant={onWant}
        />
      )}
      {open === 'design' && target.kind === 'create' && (
        <DesignDialog
          onboardingId={onboardingId}
          source={props.source}
          resourcePath={props.resourcePath}
          sourceSchema={props.sourceSchema}
          tenantId={tenantId}
          target={target}
          statistics={props.statistics}
          isUntouched={isUntouched}
          onClose={() => setOpen(undefined)}
          onApply={props.onDesign}
        />
      )}
    </section>
  );
}
