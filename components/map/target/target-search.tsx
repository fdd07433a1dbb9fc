'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AppErrorNotice, toAppError } from '@/components/shell/app-error-notice';
import { readJson } from '@/components/shell/read-json';
import { ComboBox } from '@/components/ui/combo-box';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { formatPlural } from '@/lib/format/numbers';
import type { OnboardingId } from '@/lib/ids';
import { readDatasetsReply, readSchemasReply } from '@/lib/wizard/replies';

type SearchIn = 'name' | 'field';

export type TargetSearchProps = {
  onboardingId: OnboardingId;
  /** What is looked for. */
  of: 'dataset' | 'schema';
  value: string | null;
  /** The name of what is chosen already. */
  chosenName: string;
  onChange: (id: string | null) => void;
};

/** One dataset or schema of the sandbox, found by a part of its name or by a field it has. */
export function TargetSearch({ onboardingId, of, value, chosenName, onChange }: TargetSearchProps) {
  const [text, setText] = useState(chosenName);
  // What was typed: a name that was chosen is no search for itself.
  const [search, setSearch] = useState('');
  const [searchIn, setSearchIn] = useState<SearchIn>('name');
  const results = useQuery({
    queryKey: ['target-search', of, onboardingId, searchIn, search],
    queryFn: ({ signal }) => readFound(onboardingId, of, { search, in: searchIn }, signal),
    placeholderData: keepPreviousData,
  });
  const { options = [], skipped = 0 } = results.data ?? {};
  return (
    <div className="flex flex-col gap-4">
      {results.isError && (
        <AppErrorNotice error={toAppError(results.error)} onRetry={() => void results.refetch()} />
      )}
      <div className="flex">
        <SegmentedControl
          label="Search in"
          value={searchIn}
          onChange={setSearchIn}
          segments={[
            { value: 'name', label: 'By name' },
            { value: 'field', label: 'By field' },
          ]}
        />
      </div>
      <ComboBox
        label={of === 'dataset' ? 'Dataset' : 'Schema'}
        hint={
          searchIn === 'field'
            ? `Type a part of a field’s name or path, such as email.address: ${of}s that have such a field are found.${
                skipped > 0 ? ` ${formatPlural(skipped, 'schema')} more could not be looked into.` : ''
              }`
            : of === 'dataset'
              ? 'Type a part of its name, or of its schema’s.'
              : 'Type a part of its title, or of the name of a dataset that has it.'
        }
        value={value}
        onChange={(id) => {
          const chosen = options.find((option) => option.value === id);
          if (chosen) setText(chosen.label);
          onChange(id);
        }}
        inputValue={text}
        onInputChange={(typed) => {
          setText(typed);
          if (!options.some(({ value: id, label }) => id === value && label === typed)) setSearch(typed);
        }}
        options={options}
        emptyText={emptyText(of, searchIn, search, results.isFetching)}
      />
    </div>
  );
}

async function readFound(
  onboardingId: OnboardingId,
  of: TargetSearchProps['of'],
  query: { search: string; in: SearchIn },
  signal: AbortSignal,
): Promise<{ options: { value: string; label: string; description: string }[]; skipped: number }> {
  const url = `/api/onboardings/${onboardingId}/${of}s?${new URLSearchParams(query)}`;
  if (of === 'dataset') {
    const { found, skipped } = await readJson(url, readDatasetsReply, signal);
    const options = found.map(({ id, name, schemaTitle, fields }) => {
      const schema = schemaTitle ? `Schema “${schemaTitle}”` : 'Schema without a title';
      return { value: id, label: name, description: [schema, ...(fields ?? [])].join(' · ') };
    });
    return { options, skipped };
  }
  const { found, skipped } = await readJson(url, readSchemasReply, signal);
  const options = found.map(({ id, title, datasets, fields }) => {
    const used = datasets.length === 0 ? 'No dataset yet' : `Datasets: ${datasets.join(', ')}`;
    return { value: id, label: title, description: [...(fields ?? []), used].join(' · ') };
  });
  return { options, skipped };
}

function emptyText(
  of: TargetSearchProps['of'],
  searchIn: SearchIn,
  search: string,
  isFetching: boolean,
): string {
  if (isFetching) return 'Searching…';
  if (searchIn === 'field') {
    return search.trim().length < 2
      ? 'Type at least two letters.'
      : `No ${of} has a field with this in its path.`;
  }
  return of === 'dataset'
    ? 'No dataset with a schema has this in its name.'
    : 'No schema of your organisation has this in its title.';
}
