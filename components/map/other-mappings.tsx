'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AppErrorNotice, toAppError } from '@/components/shell/app-error-notice';
import { readJson } from '@/components/shell/read-json';
import { ComboBox } from '@/components/ui/combo-box';
import { useAnnounce } from '@/components/ui/live-region';
import type { AppError } from '@/lib/app-error';
import type { OnboardingId } from '@/lib/ids';
import { readDataflowMappingsReply, readDataflowsReply } from '@/lib/wizard/replies';

export type OtherMappingsProps = {
  onboardingId: OnboardingId;
  /** The rows as text, and what they are called. */
  onTake: (text: string, title: string) => void;
};

/** The mapping of another dataflow of the sandbox, read from the platform as if it were a file. */
export function OtherMappings({ onboardingId, onTake }: OtherMappingsProps) {
  const announce = useAnnounce();
  const [text, setText] = useState('');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [error, setError] = useState<AppError>();
  const dataflows = useQuery({
    queryKey: ['mapped-dataflows', onboardingId, search],
    queryFn: ({ signal }) =>
      readJson(
        `/api/onboardings/${onboardingId}/dataflows?${new URLSearchParams({ search })}`,
        readDataflowsReply,
        signal,
      ),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const options = (dataflows.data?.dataflows ?? []).map(({ id, name, isSameSource }) => ({
    value: id,
    label: name,
    description: isSameSource ? 'The same source' : 'Another source: its fields are called otherwise',
  }));

  const take = async (id: string) => {
    setError(undefined);
    try {
      const { name, mappings } = await readJson(
        `/api/onboardings/${onboardingId}/dataflows/${id}`,
        readDataflowMappingsReply,
      );
      // One row a line, so that what the comparison says about a line can be found.
      onTake(`[\n${mappings.map((row) => JSON.stringify(row)).join(',\n')}\n]`, name.slice(0, 100));
      announce(`The mapping of ${name} is read.`);
    } catch (failure) {
      setError(toAppError(failure));
    }
  };

  return (
    <div className="flex flex-col gap-2">
      <ComboBox
        label="From another dataflow"
        hint="Type a part of its name. Its mapping is compared below; nothing of it is changed."
        isOptional
        value={chosen}
        onChange={(id) => {
          setChosen(id);
          setText(options.find(({ value }) => value === id)?.label ?? text);
          if (id !== null) void take(id);
        }}
        inputValue={text}
        onInputChange={(typed) => {
          setText(typed);
          if (!options.some(({ value, label }) => value === chosen && label === typed)) setSearch(typed);
        }}
        options={options}
        emptyText={
          dataflows.isFetching ? 'Searching…' : 'No dataflow of this sandbox with a mapping is called so.'
        }
      />
      {dataflows.isError && (
        <AppErrorNotice error={toAppError(dataflows.error)} onRetry={() => void dataflows.refetch()} />
      )}
      {error && <AppErrorNotice error={error} {...(chosen && { onRetry: () => void take(chosen) })} />}
    </div>
  );
}
