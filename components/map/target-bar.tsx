'use client';

import { Database, KeyRound, ListPlus, Pencil, Sparkles } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { formatPlural } from '@/lib/format/numbers';
import type { OnboardingId } from '@/lib/ids';
import type { NewFieldMapping } from '@/lib/mapping/commands';
import type { JsonSchemaNode } from '@/lib/schema/json-schema';
import type { SchemaStatistics } from '@/lib/schema/statistics';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { targetClasses } from '@/lib/target/target-class';
import type { NewTarget, Target, TargetOnSchema } from '@/lib/wizard/draft';
import type { DatasetDetails } from './target/dataset-details';
import type { WantedTarget } from './use-map-reads';

// Opened by few and rarely: the page does not wait for them.
const TargetDialog = dynamic(() => import('./target-dialog').then((module) => module.TargetDialog), {
  ssr: false,
});
const DesignDialog = dynamic(() => import('./target/design-dialog').then((module) => module.DesignDialog), {
  ssr: false,
});
const ExtendDialog = dynamic(() => import('./target/extend-dialog').then((module) => module.ExtendDialog), {
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
  onWant: (wanted: WantedTarget, details?: DatasetDetails) => void;
  /** Of a target whose schema exists: that schema as the platform has it. */
  schema: JsonSchemaNode;
  mappedSources: () => ReadonlySet<string>;
  onExtend: (target: TargetOnSchema, mappings: NewFieldMapping[]) => void;
};

/** Where the records go, in one line, and the ways to change it. */
export function TargetBar(props: TargetBarProps) {
  const { onboardingId, target, tenantId, canEdit, isUntouched, onWant } = props;
  const [open, setOpen] = useState<'choose' | 'design' | 'extend'>();
  const primary = target.identities?.find(({ isPrimary }) => isPrimary) ?? target.identities?.[0];
  return (
    <section
      aria-label="Where the records go"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-surface px-4 py-2 fills-window:hidden"
    >
      <Icon glyph={Database} size={20} className="text-accent" />
      <div className="flex min-w-0 flex-1 basis-72 flex-wrap items-baseline gap-x-4">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <span className="min-w-0 truncate">{target.datasetName}</span>
          <Badge tone={target.kind === 'existing' ? 'neutral' : 'info'}>
            {target.kind === 'existing' ? 'Existing dataset' : 'New dataset'}
          </Badge>
          {target.kind === 'create' && <Badge>{targetClasses[target.classKind ?? 'profile'].title}</Badge>}
          {target.kind !== 'existing' && target.isProfileEnabled && (
            <Badge tone="caution">Joins Profile</Badge>
          )}
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
            describeSchemaUse(target)
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
          {target.kind !== 'create' && (
            <Button size="small" onPress={() => setOpen('extend')} icon={<Icon glyph={ListPlus} />}>
              Add fields
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
          resourcePath={props.resourcePath}
          onDesign={() => setOpen('design')}
          onWant={onWant}
          onChangeDataset={(changed) => props.onExtend(changed, [])}
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
      {open === 'extend' && target.kind !== 'create' && (
        <ExtendDialog
          onboardingId={onboardingId}
          source={props.source}
          resourcePath={props.resourcePath}
          sourceSchema={props.sourceSchema}
          tenantId={tenantId}
          schema={props.schema}
          target={target}
          mappedSources={props.mappedSources()}
          statistics={props.statistics}
          onClose={() => setOpen(undefined)}
          onApply={props.onExtend}
        />
      )}
    </section>
  );
}

/** What becomes of the dataset and of the schema that exists. */
function describeSchemaUse(target: TargetOnSchema): string {
  const dataset =
    target.kind === 'existing'
      ? 'Records are added to it'
      : `It is made on the schema “${target.schemaTitle}”`;
  const gains = [
    ...(target.extension ? [formatPlural(target.extension.fields.length, 'more field')] : []),
    ...(target.identities
      ? [formatPlural(target.identities.length, 'more identity', 'more identities')]
      : []),
  ];
  return gains.length === 0
    ? `${dataset}; the schema stays as it is.`
    : `${dataset}; the schema gets ${gains.join(' and ')}.`;
}
