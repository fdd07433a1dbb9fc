'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AppErrorNotice, toAppError } from '@/components/shell/app-error-notice';
import { readJson } from '@/components/shell/read-json';
import { Button } from '@/components/ui/button';
import { ComboBox } from '@/components/ui/combo-box';
import { Dialog } from '@/components/ui/dialog';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextField } from '@/components/ui/text-field';
import type { OnboardingId } from '@/lib/ids';
import { type NewTarget, newTargetSchema, type Target } from '@/lib/wizard/draft';
import { datasetsReply } from '@/lib/wizard/replies';
import type { WantedTarget } from './map-step';

type Names = Pick<NewTarget, 'datasetName' | 'schemaTitle' | 'fieldGroupTitle' | 'container'>;

const nameFields: { name: keyof Names; label: string; hint: string }[] = [
  { name: 'datasetName', label: 'Dataset', hint: 'What people look for in Adobe Experience Platform.' },
  { name: 'schemaTitle', label: 'Schema', hint: 'Titles are unique in a sandbox.' },
  {
    name: 'fieldGroupTitle',
    label: 'Field group',
    hint: 'Holds the new fields, for this schema and others.',
  },
  {
    name: 'container',
    label: 'Object for the fields',
    hint: 'Under your tenant object; empty puts them directly under it.',
  },
];

export type TargetDialogProps = {
  onboardingId: OnboardingId;
  target: Target;
  onClose: () => void;
  onEdit: (target: Target) => void;
  onWant: (wanted: WantedTarget) => void;
};

/** A new dataset with names to edit, or one that exists. Mappings stay as they are. */
export function TargetDialog({ onboardingId, target, onClose, onEdit, onWant }: TargetDialogProps) {
  const [kind, setKind] = useState<Target['kind']>(target.kind);
  const [names, setNames] = useState<Names | undefined>(target.kind === 'create' ? target : undefined);
  const [datasetId, setDatasetId] = useState<string | null>(
    target.kind === 'existing' ? target.datasetId : null,
  );
  const [search, setSearch] = useState(target.kind === 'existing' ? target.datasetName : '');
  const datasets = useQuery({
    queryKey: ['datasets', onboardingId, search],
    queryFn: ({ signal }) =>
      readJson(
        `/api/onboardings/${onboardingId}/datasets?${new URLSearchParams({ search })}`,
        datasetsReply,
        signal,
      ),
    enabled: kind === 'existing',
    placeholderData: keepPreviousData,
  });
  const parsed = names && newTargetSchema.safeParse({ kind: 'create', ...pick(names) });
  const errorOf = (name: keyof Names): string | undefined => {
    const issue = parsed?.error?.issues.find(({ path }) => path[0] === name);
    if (!issue) return undefined;
    return issue.code === 'too_small'
      ? 'Enter a name.'
      : issue.code === 'too_big'
        ? 'Use at most 100 characters.'
        : issue.message;
  };

  const handleUse = () => {
    if (kind === 'existing') {
      if (datasetId) onWant({ kind: 'existing', datasetId });
    } else if (target.kind !== 'create' || !parsed) {
      onWant({ kind: 'create' });
    } else if (parsed.success) {
      onEdit(parsed.data);
      // The tree shows the object's name: another one is another schema.
      if (parsed.data.container !== target.container) onWant({ kind: 'create' });
    }
    onClose();
  };

  return (
    <Dialog
      title="Where the records go"
      size="medium"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            onPress={handleUse}
            disabledReason={
              kind === 'existing' && !datasetId
                ? 'Choose a dataset.'
                : kind === 'create' && parsed && !parsed.success
                  ? 'Correct the marked names.'
                  : undefined
            }
          >
            Use this target
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <RadioGroup
          label="Target"
          isLabelHidden
          look="cards"
          value={kind}
          onChange={(value) => setKind(value === 'existing' ? 'existing' : 'create')}
          options={[
            {
              value: 'create',
              label: 'A new dataset, made from the source',
              description: 'Field group, schema and dataset are created with the fields that you map.',
            },
            {
              value: 'existing',
              label: 'A dataset that exists',
              description: 'Map onto the fields of its schema.',
            },
          ]}
        />
        {kind === 'create' &&
          names &&
          nameFields.map(({ name, label, hint }) => (
            <TextField
              key={name}
              label={label}
              hint={hint}
              isCode={name === 'container'}
              isOptional={name === 'container'}
              value={names[name]}
              onChange={(value) => setNames({ ...names, [name]: value })}
              error={errorOf(name)}
              maxLength={120}
            />
          ))}
        {kind === 'create' && !names && (
          <p className="text-text-muted">Names are proposed from the source; edit them here afterwards.</p>
        )}
        {kind === 'existing' && (
          <>
            {datasets.isError && (
              <AppErrorNotice error={toAppError(datasets.error)} onRetry={() => void datasets.refetch()} />
            )}
            <ComboBox
              label="Dataset"
              hint="Type a part of its name."
              value={datasetId}
              onChange={(value) => setDatasetId(value)}
              inputValue={search}
              onInputChange={setSearch}
              options={(datasets.data?.datasets ?? []).map((dataset) => ({
                value: dataset.id,
                label: dataset.name,
              }))}
              emptyText={
                datasets.isFetching ? 'Searching…' : 'No dataset with a schema has this in its name.'
              }
            />
          </>
        )}
      </div>
    </Dialog>
  );
}

function pick({ datasetName, schemaTitle, fieldGroupTitle, container }: Names): Names {
  return { datasetName, schemaTitle, fieldGroupTitle, container };
}
