'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { RadioGroup } from '@/components/ui/radio-group';
import type { OnboardingId } from '@/lib/ids';
import type { NewDataset, Target } from '@/lib/wizard/draft';
import { type DatasetDetails, DatasetDetailsForm, useSchemaChoice } from './target/dataset-details';
import { TargetSearch } from './target/target-search';
import type { WantedTarget } from './use-map-reads';

export type TargetDialogProps = {
  onboardingId: OnboardingId;
  resourcePath: string;
  target: Target;
  onClose: () => void;
  /** They want to look at the new target they have. */
  onDesign: () => void;
  onWant: (wanted: WantedTarget, details?: DatasetDetails) => void;
  /** The same new dataset, called otherwise. */
  onChangeDataset: (target: NewDataset) => void;
};

/** A new target, a new dataset on a schema that exists, or a dataset that exists. Mappings stay as they are. */
export function TargetDialog(props: TargetDialogProps) {
  const { onboardingId, resourcePath, target, onClose, onDesign, onWant, onChangeDataset } = props;
  const [kind, setKind] = useState<Target['kind']>(target.kind);
  const [datasetId, setDatasetId] = useState<string | null>(
    target.kind === 'existing' ? target.datasetId : null,
  );
  const saved = target.kind === 'new-dataset' ? target : undefined;
  const [schemaId, setSchemaId] = useState<string | null>(saved?.schemaId ?? null);
  const [typed, setTyped] = useState<DatasetDetails>();
  const choice = useSchemaChoice(onboardingId, resourcePath, kind === 'new-dataset' ? schemaId : null);
  const isSaved = saved !== undefined && schemaId === saved.schemaId;
  const details: DatasetDetails = typed ?? {
    datasetName: isSaved ? saved.datasetName : (choice.data?.target.datasetName ?? ''),
    ...(isSaved && saved.isProfileEnabled && { isProfileEnabled: true }),
  };

  const handleUse = () => {
    if (kind === 'create' && target.kind === 'create') {
      onDesign();
      return;
    }
    if (kind === 'create') onWant({ kind });
    if (kind === 'existing' && datasetId) onWant({ kind, datasetId });
    if (kind === 'new-dataset' && schemaId) {
      if (isSaved) onChangeDataset({ ...withoutProfile(saved), ...details });
      else onWant({ kind, schemaId }, details);
    }
    onClose();
  };
  const disabledReason =
    kind === 'existing' && !datasetId
      ? 'Choose a dataset.'
      : kind === 'new-dataset' && !schemaId
        ? 'Choose a schema.'
        : kind === 'new-dataset' && details.datasetName.trim() === ''
          ? choice.isPending
            ? 'The schema is being read.'
            : 'Name the dataset.'
          : undefined;

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
          <Button variant="primary" onPress={handleUse} disabledReason={disabledReason}>
            {kind === 'create' && target.kind === 'create' ? 'Edit the new target' : 'Use this target'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <RadioGroup
          label="Target"
          isLabelHidden
          value={kind}
          onChange={(value) => setKind(value === 'existing' || value === 'new-dataset' ? value : 'create')}
          options={[
            {
              value: 'create',
              label: 'A new dataset, made from the source',
              description: 'Field group, schema and dataset are created with the fields that you map.',
            },
            {
              value: 'new-dataset',
              label: 'A new dataset on a schema that exists',
              description: 'Map onto the fields of the schema; it can get more of them.',
            },
            {
              value: 'existing',
              label: 'A dataset that exists',
              description:
                'Records are added to it. Map onto the fields of its schema; it can get more of them.',
            },
          ]}
        />
        {kind === 'existing' && (
          <TargetSearch
            key="dataset"
            onboardingId={onboardingId}
            of="dataset"
            value={datasetId}
            chosenName={target.kind === 'existing' ? target.datasetName : ''}
            onChange={setDatasetId}
          />
        )}
        {kind === 'new-dataset' && (
          <TargetSearch
            key="schema"
            onboardingId={onboardingId}
            of="schema"
            value={schemaId}
            chosenName={saved?.schemaTitle ?? ''}
            onChange={(id) => {
              setSchemaId(id);
              setTyped(undefined);
            }}
          />
        )}
        {kind === 'new-dataset' && schemaId !== null && (
          <DatasetDetailsForm
            onboardingId={onboardingId}
            choice={choice}
            details={details}
            savedName={isSaved ? saved.datasetName : undefined}
            onChange={setTyped}
          />
        )}
      </div>
    </Dialog>
  );
}

/** What the person has just decided about Profile counts alone. */
function withoutProfile({ isProfileEnabled: _, ...rest }: NewDataset): NewDataset {
  return rest;
}
