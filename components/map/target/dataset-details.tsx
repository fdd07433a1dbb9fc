'use client';

import { useQuery } from '@tanstack/react-query';
import { AppErrorNotice, toAppError } from '@/components/shell/app-error-notice';
import { readJson } from '@/components/shell/read-json';
import { Checkbox } from '@/components/ui/checkbox';
import { Spinner } from '@/components/ui/spinner';
import { TextField } from '@/components/ui/text-field';
import type { OnboardingId } from '@/lib/ids';
import type { NewDataset } from '@/lib/wizard/draft';
import { readTargetReply } from '@/lib/wizard/replies';
import { useNamesCheck } from './use-names-check';

/** What a person decides about a new dataset besides its schema. */
export type DatasetDetails = Pick<NewDataset, 'datasetName' | 'isProfileEnabled'>;

/** What is known of a schema that somebody is about to use: a free name for the dataset, and whether it is in Profile. */
export function useSchemaChoice(onboardingId: OnboardingId, resourcePath: string, schemaId: string | null) {
  const query = new URLSearchParams({ resourcePath, kind: 'new-dataset', schemaId: schemaId ?? '' });
  return useQuery({
    queryKey: ['schema-choice', onboardingId, resourcePath, schemaId],
    queryFn: ({ signal }) =>
      readJson(`/api/onboardings/${onboardingId}/target?${query}`, readTargetReply, signal),
    enabled: schemaId !== null,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
}

export type DatasetDetailsProps = {
  onboardingId: OnboardingId;
  choice: ReturnType<typeof useSchemaChoice>;
  /** As typed here, or as the draft has it. */
  details: DatasetDetails;
  /** The name the draft has: it may be taken by ourselves. */
  savedName: string | undefined;
  onChange: (details: DatasetDetails) => void;
};

/** Name of the new dataset, and its place in Profile as far as the schema allows one. */
export function DatasetDetailsForm(props: DatasetDetailsProps) {
  const { onboardingId, choice, details, savedName, onChange } = props;
  const taken = useNamesCheck(onboardingId, { datasetName: details.datasetName }, details.datasetName !== '');
  if (choice.isError) {
    return <AppErrorNotice error={toAppError(choice.error)} onRetry={() => void choice.refetch()} />;
  }
  if (!choice.data) return <Spinner label="Reading the schema" />;
  const { isInProfile } = choice.data;
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label="Name of the new dataset"
        hint="What people look for in Adobe Experience Platform."
        value={details.datasetName}
        onChange={(datasetName) => onChange({ ...details, datasetName })}
        error={
          details.datasetName.trim() === ''
            ? 'Enter a name.'
            : details.datasetName === savedName
              ? undefined
              : taken[0]?.sentence
        }
        maxLength={100}
      />
      <Checkbox
        isSelected={isInProfile && details.isProfileEnabled === true}
        isDisabled={!isInProfile}
        onChange={(isSelected) =>
          onChange({ datasetName: details.datasetName, ...(isSelected && { isProfileEnabled: true }) })
        }
        description={
          isInProfile
            ? 'The schema is in Real-Time Customer Profile. What a dataset brings there stays, even when it is taken out again.'
            : 'Not possible: the schema is not in Profile, and putting it there is a decision for everybody who uses it.'
        }
      >
        The dataset joins Profile
      </Checkbox>
    </div>
  );
}
