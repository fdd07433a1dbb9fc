'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useState, useTransition } from 'react';
import { advanceVersion } from '@/components/wizard/draft-version';
import type { AppError } from '@/lib/app-error';
import type { OnboardingId } from '@/lib/ids';
import { goneSources } from '@/lib/mapping/gone-sources';
import type { JsonSchemaNode } from '@/lib/schema/json-schema';
import { readFieldsAgain } from '@/server/actions/read-fields-again';
import type { MapDraft } from './use-map-draft';

const nothingGone: readonly string[] = [];

export type SourceDriftInput = {
  onboardingId: OnboardingId;
  resourcePath: string;
  sourceSchema: JsonSchemaNode;
  /** What the source has now, known once the sample is here; the draft keeps what it had when it was chosen. */
  fieldsNow: JsonSchemaNode | undefined;
  canEdit: boolean;
  draft: MapDraft;
};

/** Mapped fields that the source no longer has, and the way to take over those it has now. */
export function useSourceDrift(input: SourceDriftInput) {
  const { onboardingId, resourcePath, sourceSchema, fieldsNow, canEdit, draft } = input;
  const router = useRouter();
  const [isTaking, startTaking] = useTransition();
  const [error, setError] = useState<AppError>();
  const { mappings } = draft.history.state;
  const gone = useMemo(
    () => (fieldsNow && canEdit ? goneSources(mappings, sourceSchema, fieldsNow) : nothingGone),
    [mappings, sourceSchema, fieldsNow, canEdit],
  );
  return {
    gone,
    error,
    isTaking,
    take: () =>
      startTaking(async () => {
        if (!(await draft.save.flush())) return;
        const result = await readFieldsAgain({
          onboardingId,
          resourcePath,
          expectedVersion: draft.version.current,
        });
        if (!result.ok) {
          setError(result.error);
          return;
        }
        advanceVersion(draft.version, result.data.version);
        router.refresh();
      }),
  };
}
