'use client';

import { useQuery } from '@tanstack/react-query';
import { AppErrorNotice, toAppError } from '@/components/shell/app-error-notice';
import { readJson } from '@/components/shell/read-json';
import { ComboBox } from '@/components/ui/combo-box';
import type { OnboardingId } from '@/lib/ids';
import { readNamespacesReply } from '@/lib/wizard/replies';

const typeNames: Readonly<Record<string, string>> = {
  COOKIE: 'cookie of a browser',
  CROSS_DEVICE: 'a person, across devices',
  DEVICE: 'a device',
  EMAIL: 'e-mail address',
  MOBILE: 'a mobile device',
  NON_PEOPLE: 'no person',
  PHONE: 'phone number',
};

/** The identity namespaces of the onboarding's sandbox; read once. */
export function useNamespaces(onboardingId: OnboardingId) {
  return useQuery({
    queryKey: ['namespaces', onboardingId],
    queryFn: ({ signal }) =>
      readJson(`/api/onboardings/${onboardingId}/namespaces`, readNamespacesReply, signal),
    staleTime: 300_000,
    refetchOnWindowFocus: false,
  });
}

export type NamespacePickerProps = {
  onboardingId: OnboardingId;
  /** A code, or null for none yet. */
  value: string | null;
  onChange: (code: string | null) => void;
  isPrimary: boolean;
};

/** One identity namespace, found by typing a part of its name or code. */
export function NamespacePicker({ onboardingId, value, onChange, isPrimary }: NamespacePickerProps) {
  const namespaces = useNamespaces(onboardingId);
  if (namespaces.isError) {
    return <AppErrorNotice error={toAppError(namespaces.error)} onRetry={() => void namespaces.refetch()} />;
  }
  const known = namespaces.data?.namespaces ?? [];
  // What identifies no person cannot be what a person's profile hangs on.
  const offered = isPrimary ? known.filter(({ idType }) => idType !== 'NON_PEOPLE') : known;
  return (
    <ComboBox
      label="Identity namespace"
      hint="What kind of id the field holds. Namespaces are made in Adobe Experience Platform, under Identities."
      value={value}
      onChange={onChange}
      options={offered.map(({ code, name, idType, custom }) => ({
        value: code,
        label: name === code ? name : `${name} (${code})`,
        description: `${typeNames[idType] ?? idType.toLowerCase()}${custom ? ' · your organisation’s own' : ''}`,
      }))}
      emptyText={namespaces.isPending ? 'Reading the namespaces…' : 'No namespace of this sandbox matches.'}
    />
  );
}
