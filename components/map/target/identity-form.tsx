'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import type { OnboardingId } from '@/lib/ids';
import { type IdentityChoice, maximumIdentities } from '@/lib/target/new-target';
import { NamespacePicker } from './namespace-picker';

export type IdentityFormProps = {
  onboardingId: OnboardingId;
  target: string;
  /** Those that are to be added, this field's included. */
  identities: readonly IdentityChoice[];
  /** Another field is the schema's primary identity already, and stays it. */
  hasPrimary: boolean;
  onChange: (identities: IdentityChoice[]) => void;
  onDone: () => void;
};

/** Makes one field an identity, changes its namespace, or takes it back. */
export function IdentityForm(props: IdentityFormProps) {
  const { onboardingId, target, identities, hasPrimary, onChange, onDone } = props;
  const present = identities.find((identity) => identity.target === target);
  const others = identities.filter((identity) => identity.target !== target);
  const [namespace, setNamespace] = useState<string | null>(present?.namespace ?? null);
  const [isPrimary, setPrimary] = useState(
    present?.isPrimary ?? (!hasPrimary && !others.some((identity) => identity.isPrimary)),
  );
  const replaced = isPrimary ? others.find((identity) => identity.isPrimary) : undefined;
  const isFull = !present && others.length >= maximumIdentities;

  const save = () => {
    if (namespace === null) return;
    onChange([
      ...others.map((identity) => (isPrimary ? { ...identity, isPrimary: false } : identity)),
      { target, namespace, isPrimary },
    ]);
    onDone();
  };

  return (
    <div className="flex w-88 max-w-full flex-col gap-3">
      <NamespacePicker
        onboardingId={onboardingId}
        value={namespace}
        onChange={setNamespace}
        isPrimary={isPrimary}
      />
      <Checkbox
        isSelected={isPrimary}
        onChange={setPrimary}
        isDisabled={hasPrimary}
        description={
          hasPrimary
            ? 'The schema has a primary identity already.'
            : replaced
              ? `Takes the place of “${replaced.target}”.`
              : 'The one a record is found by first; Profile needs it in every record.'
        }
      >
        Primary identity
      </Checkbox>
      <div className="flex flex-wrap justify-end gap-2">
        {present && (
          <Button
            size="small"
            variant="quiet"
            onPress={() => {
              onChange(others);
              onDone();
            }}
          >
            Remove identity
          </Button>
        )}
        <Button
          size="small"
          variant="primary"
          onPress={save}
          disabledReason={
            isFull
              ? `At most ${maximumIdentities} identities are added at once.`
              : namespace === null
                ? 'Choose a namespace first.'
                : undefined
          }
        >
          {present ? 'Save' : 'Set identity'}
        </Button>
      </div>
    </div>
  );
}
