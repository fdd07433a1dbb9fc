'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AppErrorNotice, toAppError } from '@/components/shell/app-error-notice';
import { readJson } from '@/components/shell/read-json';
import { Button } from '@/components/ui/button';
import { ComboBox } from '@/components/ui/combo-box';
import { Dialog } from '@/components/ui/dialog';
import { RadioGroup } from '@/components/ui/radio-group';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { OnboardingId } from '@/lib/ids';
import type { Target } from '@/lib/wizard/draft';
import { readDatasetsReply } from '@/lib/wizard/replies';
import type { WantedTarget } from './use-map-reads';

type SearchIn = 'name' | 'field';

export type TargetDialogProps = {
  onboardingId: OnboardingId;
  target: Target;
  onClose: () => void;
  /** They want to look at the new target they have. */
  onDesign: () => void;
  onWant: (wanted: WantedTarget) => void;
};

/** A new dataset, or one that exists. Mappings stay as they are. */
export function TargetDialog({ onboardingId, target, onClose, onDesign, onWant }: TargetDialogProps) {
  const [kind, setKind] = useState<Target['kind']>(target.kind);
  const [datasetId, setDatasetId] = useState<string | null>(
    target.kind === 'existing' ? target.datasetId : null,
  );
  const [search, setSearch] = useState(target.kind === 'existing' ? target.datasetName : '');
  const [searchIn, setSearchIn] = useState<SearchIn>('name');
  const datasets = useQuery({
    queryKey: ['datasets', onboardingId, searchIn, search],
    queryFn: ({ signal }) =>
      readJson(
        `/api/onboardings/${onboardingId}/datasets?${new URLSearchParams({ search, in: searchIn })}`,
        readDatasetsReply,
        signal,
      ),
    enabled: kind === 'existing',
    placeholderData: keepPreviousData,
  });

  const handleUse = () => {
    if (kind === 'existing') {
      if (datasetId) onWant({ kind: 'existing', datasetId });
      onClose();
    } else if (target.kind === 'create') {
      onDesign();
    } else {
      onWant({ kind: 'create' });
      onClose();
    }
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
            disabledReason={kind === 'existing' && !datasetId ? 'Choose a dataset.' : undefined}
          >
            {kind === 'create' && target.kind === 'create' ? 'Edit the new target' : 'Use this target'}
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
        {kind === 'existing' && (
          <>
            {datasets.isError && (
              <AppErrorNotice error={toAppError(datasets.error)} onRetry={() => void datasets.refetch()} />
            )}
            <SegmentedControl
              label="Search in"
              value={searchIn}
              onChange={setSearchIn}
              segments={[
                { value: 'name', label: 'By name' },
                { value: 'field', label: 'By field' },
              ]}
            />
            <ComboBox
              label="Dataset"
              hint={
                searchIn === 'name'
                  ? 'Type a part of its name, or of its schema’s.'
                  : 'Type a part of a field’s name or path: datasets whose schema has such a field are found.'
              }
              value={datasetId}
              onChange={(value) => setDatasetId(value)}
              inputValue={search}
              onInputChange={setSearch}
              options={(datasets.data?.datasets ?? []).map((dataset) => ({
                value: dataset.id,
                label: dataset.name,
                description: describe(dataset),
              }))}
              emptyText={emptyText(searchIn, search, datasets.isFetching)}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}

function describe({ schemaTitle, fields }: { schemaTitle?: string; fields?: string[] }): string {
  const schema = schemaTitle ? `Schema “${schemaTitle}”` : 'Schema without a title';
  return fields && fields.length > 0 ? `${schema} · ${fields.join(', ')}` : schema;
}

function emptyText(searchIn: SearchIn, search: string, isFetching: boolean): string {
  if (isFetching) return 'Searching…';
  if (searchIn === 'field' && search.trim().length < 2) return 'Type at least two letters.';
  return searchIn === 'name'
    ? 'No dataset with a schema has this in its name.'
    : 'No dataset has a field with this in its path.';
}
