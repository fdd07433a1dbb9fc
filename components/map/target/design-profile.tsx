'use client';

import { KeyRound, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ComboBox } from '@/components/ui/combo-box';
import { Notice } from '@/components/ui/notice';
import { Popover } from '@/components/ui/popover';
import type { OnboardingId } from '@/lib/ids';
import { findFields } from '@/lib/mapping/find-fields';
import { refuseIdentity } from '@/lib/plan/find-target-problems';
import type { SchemaTree } from '@/lib/schema/schema-tree';
import { maximumIdentities } from '@/lib/target/new-target';
import { targetClasses } from '@/lib/target/target-class';
import type { NewTarget } from '@/lib/wizard/draft';
import { IdentityForm } from './identity-form';

const offeredFields = 60;

export type DesignProfileProps = {
  onboardingId: OnboardingId;
  design: NewTarget;
  tree: SchemaTree;
  /** They know that it cannot be taken back. */
  isConfirmed: boolean;
  onConfirm: (isConfirmed: boolean) => void;
  onChange: (design: NewTarget) => void;
};

/** Who the records are about, and whether they join Real-Time Customer Profile. */
export function DesignProfile(props: DesignProfileProps) {
  const { design, isConfirmed, onConfirm, onChange } = props;
  const identities = design.identities ?? [];
  const hasPrimary = identities.some(({ isPrimary }) => isPrimary);
  const { canJoinProfile } = targetClasses[design.classKind ?? 'profile'];
  const setIdentities = (next: NewTarget['identities']) => {
    const { identities: _, ...rest } = design;
    onChange(next && next.length > 0 ? { ...rest, identities: next } : rest);
  };
  const cannotJoin = !canJoinProfile
    ? 'Records of a class of their own do not join Profile.'
    : !hasPrimary
      ? 'Profile needs a primary identity. Set one first.'
      : undefined;

  return (
    <div className="flex flex-col gap-6 py-4">
      <section aria-labelledby="identities-title" className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3 id="identities-title" className="text-lg font-semibold">
            Identities
          </h3>
          <Popover
            label="Add an identity"
            placement="bottom end"
            trigger={(opens) => (
              <Button
                {...opens}
                size="small"
                icon={<Plus aria-hidden size={14} />}
                disabledReason={
                  identities.length >= maximumIdentities
                    ? `At most ${maximumIdentities} identities are added at once.`
                    : undefined
                }
              >
                Add an identity
              </Button>
            )}
          >
            {(close) => <NewIdentity {...props} onDone={close} setIdentities={setIdentities} />}
          </Popover>
        </div>
        {identities.length === 0 ? (
          <p className="text-text-muted">
            None yet. Without an identity the records can be queried, but nobody can be found by them. An
            identity is a text field whose values belong to an identity namespace of your organisation.
          </p>
        ) : (
          <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
            {identities.map((identity) => (
              <li key={identity.target} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
                <KeyRound aria-hidden size={16} className="text-accent" />
                <bdi className="min-w-0 flex-1 font-mono text-xs break-all">{identity.target}</bdi>
                <span>{identity.namespace}</span>
                {identity.isPrimary && <Badge tone="info">Primary</Badge>}
                <Button
                  size="small"
                  variant="quiet"
                  isIconOnly
                  aria-label={`Remove the identity ${identity.target}`}
                  icon={<Trash2 aria-hidden size={14} />}
                  onPress={() => setIdentities(identities.filter(({ target }) => target !== identity.target))}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="profile-title" className="flex flex-col gap-3">
        <h3 id="profile-title" className="text-lg font-semibold">
          Real-Time Customer Profile
        </h3>
        <Checkbox
          isSelected={design.isProfileEnabled === true}
          isDisabled={cannotJoin !== undefined && !design.isProfileEnabled}
          onChange={(isSelected) => {
            const { isProfileEnabled: _, ...rest } = design;
            onChange(isSelected ? { ...rest, isProfileEnabled: true } : rest);
            onConfirm(false);
          }}
          description={
            cannotJoin ??
            'Adobe joins the records with everything else it knows about the same person. Every record needs a value in the primary identity.'
          }
        >
          Join schema and dataset into Profile
        </Checkbox>
        {design.isProfileEnabled && (
          <Notice tone="caution" title="This can never be taken back">
            The platform keeps the schema in Profile for good: it can be neither taken out nor deleted, and
            its fields can only grow. Try the mapping in a development sandbox first.
            <Checkbox className="pt-2" isSelected={isConfirmed} onChange={onConfirm}>
              I know that this is for good
            </Checkbox>
          </Notice>
        )}
      </section>
    </div>
  );
}

function NewIdentity({
  onboardingId,
  design,
  tree,
  onDone,
  setIdentities,
}: DesignProfileProps & { onDone: () => void; setIdentities: (next: NewTarget['identities']) => void }) {
  const [typed, setTyped] = useState('');
  const [target, setTarget] = useState<string | null>(null);
  const identities = design.identities ?? [];
  const taken = new Set(identities.map((identity) => identity.target));
  const offered = findFields(tree, typed, offeredFields * 4)
    .filter((id) => refuseIdentity(tree, id) === undefined && !taken.has(tree.path[id] ?? ''))
    .slice(0, offeredFields);
  return (
    <div className="flex w-88 max-w-full flex-col gap-3">
      <ComboBox
        label="Field"
        hint="Only text fields outside of lists can be identities."
        value={target}
        onChange={(value) => {
          setTarget(value);
          if (value !== null) setTyped(value);
        }}
        inputValue={typed}
        onInputChange={setTyped}
        options={offered.map((id) => ({ value: tree.path[id] ?? '', label: tree.path[id] ?? '' }))}
        emptyText={typed.trim() === '' ? 'Type a part of the field’s name.' : 'No text field matches.'}
      />
      {target !== null && (
        <IdentityForm
          key={target}
          onboardingId={onboardingId}
          target={target}
          identities={identities}
          hasPrimary={false}
          onChange={setIdentities}
          onDone={onDone}
        />
      )}
    </div>
  );
}
