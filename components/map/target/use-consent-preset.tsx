'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import type { OnboardingId } from '@/lib/ids';
import { doCommand } from '@/lib/mapping/history';
import { isJsonObject, type JsonSchemaNode } from '@/lib/schema/json-schema';
import type { ConsentRecords } from '@/lib/sources/consent-records';
import type { Target } from '@/lib/wizard/draft';
import { createMappingId } from '../create-mapping-id';
import type { MappingEditorProps } from '../mapping-editor-props';
import type { MapDraft } from '../use-map-draft';

// Opened by few: the page does not wait for it.
const ConsentDialog = dynamic(() => import('./consent-dialog').then((module) => module.ConsentDialog), {
  ssr: false,
});

export type ConsentPresetInput = {
  onboardingId: OnboardingId;
  resourcePath: string;
  /** How the source keeps consents, where it does. */
  consents: ConsentRecords | undefined;
  targetSchema: JsonSchemaNode | undefined;
  draft: MapDraft;
};

type ConsentPreset = { presets: NonNullable<MappingEditorProps['morePresets']>; dialog: ReactNode };

const noPreset: ConsentPreset = { presets: [], dialog: null };

/** A preset that asks which purpose stands for which choice, and the dialog that asks it. */
export function useConsentPreset(input: ConsentPresetInput): ConsentPreset {
  const { onboardingId, resourcePath, consents, targetSchema, draft } = input;
  const [isAsking, setAsking] = useState(false);
  const { target, history } = draft;
  if (!consents) return noPreset;
  return {
    presets: [
      {
        title: 'Adobe’s consent fields…',
        description: 'Asks which purpose stands for which choice.',
        onApply: () => setAsking(true),
      },
    ],
    dialog: isAsking && target && targetSchema && (
      <ConsentDialog
        onboardingId={onboardingId}
        resourcePath={resourcePath}
        source={consents}
        fields={consentFieldsOf(target, targetSchema)}
        onClose={() => setAsking(false)}
        onApply={(mappings) => {
          const title = 'Adobe’s consent fields';
          const context = { createId: createMappingId };
          const next = doCommand(history, { type: 'apply-preset', title, mappings }, context);
          const addsFields = target.kind === 'create' && !target.hasConsentFields;
          draft.changeTarget(addsFields ? { ...target, hasConsentFields: true } : target, next);
        }}
      />
    ),
  };
}

/** Whether the target can take Adobe's consent choices now, after they join it, or not at all. */
function consentFieldsOf(target: Target, schema: JsonSchemaNode): 'present' | 'addable' | 'missing' {
  if (isJsonObject(schema.properties) && Object.hasOwn(schema.properties, 'consents')) return 'present';
  const isProfile = target.kind === 'create' && (target.classKind ?? 'profile') === 'profile';
  return isProfile ? 'addable' : 'missing';
}
