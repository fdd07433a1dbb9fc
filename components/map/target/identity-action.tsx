'use client';

import { KeyRound } from 'lucide-react';
import dynamic from 'next/dynamic';
import { Button } from '@/components/ui/button';
import { useAnnounce } from '@/components/ui/live-region';
import { Popover } from '@/components/ui/popover';
import { Spinner } from '@/components/ui/spinner';
import type { OnboardingId } from '@/lib/ids';
import type { IdentityChoice } from '@/lib/target/new-target';
import type { Target } from '@/lib/wizard/draft';

const IdentityForm = dynamic(() => import('./identity-form').then((module) => module.IdentityForm), {
  ssr: false,
  loading: () => <Spinner label="Opening the identity" />,
});

const none: readonly IdentityChoice[] = [];

export type IdentityActionProps = {
  onboardingId: OnboardingId;
  /** The target field. */
  path: string;
  /** Holds the identities to be added with this onboarding. */
  target: Target;
  /** On the schema already; not for us to change. */
  present: readonly IdentityChoice[];
  /** Why this field cannot be an identity, as the rest of a sentence. */
  refused: string | undefined;
  onChange: (target: Target) => void;
};

/** The identity of the active target field: what it is, or the way to make it one. */
export function IdentityAction(props: IdentityActionProps) {
  const { onboardingId, path, target, present, refused, onChange } = props;
  const announce = useAnnounce();
  const { identities: added = none, ...rest } = target;
  const own = added.find((identity) => identity.target === path);
  const existing = present.find((identity) => identity.target === path);
  if (existing) {
    return (
      <span className="inline-flex min-h-7 items-center gap-1.5 text-sm text-text-muted">
        <KeyRound aria-hidden size={14} />
        {existing.isPrimary ? 'Primary identity' : 'Identity'} of the schema: {existing.namespace}
      </span>
    );
  }
  const label = own ? `Identity: ${own.namespace}${own.isPrimary ? ', primary' : ''}` : 'Set identity';
  if (refused !== undefined) {
    return (
      <Button
        size="small"
        variant="quiet"
        icon={<KeyRound aria-hidden size={14} />}
        disabledReason={`Not possible: ${refused}`}
      >
        {label}
      </Button>
    );
  }
  return (
    <Popover
      label={`Identity of ${path}`}
      placement="bottom end"
      trigger={(opens) => (
        <Button {...opens} size="small" variant="quiet" icon={<KeyRound aria-hidden size={14} />}>
          {label}
        </Button>
      )}
    >
      {(close) => (
        <div className="flex flex-col gap-3">
          {target.kind !== 'create' && (
            <p className="w-88 max-w-full text-sm text-text-muted">
              The schema exists: everybody who uses it gets this identity.
            </p>
          )}
          <IdentityForm
            onboardingId={onboardingId}
            target={path}
            identities={added}
            hasPrimary={present.some(({ isPrimary }) => isPrimary)}
            onChange={(next) => {
              const now = next.find((identity) => identity.target === path);
              announce(
                now
                  ? `${path} is ${now.isPrimary ? 'the primary identity' : 'an identity'} in ${now.namespace}.`
                  : `${path} is no identity any more.`,
              );
              onChange(next.length > 0 ? { ...rest, identities: next } : rest);
            }}
            onDone={close}
          />
        </div>
      )}
    </Popover>
  );
}
