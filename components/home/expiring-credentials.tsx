'use client';

import { useClock } from '@/components/shell/clock';
import { ReplaceCredential } from '@/components/shell/replace-credential';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { daysUntil, formatDate } from '@/lib/format/dates';
import { formatPlural } from '@/lib/format/numbers';
import { type ExpiringCredential, type ExpiryUrgency, expiryUrgency } from '@/lib/home/home-view';
import { accountPath } from '@/lib/paths';

const tones: Record<ExpiryUrgency, 'negative' | 'caution' | 'info'> = {
  expired: 'negative',
  'last-day': 'negative',
  'last-week': 'caution',
  'last-month': 'info',
};

/** Credentials that end within 30 days, the nearest first. */
export function ExpiringCredentials({
  credentials,
  canConnect,
}: {
  credentials: readonly ExpiringCredential[];
  canConnect: boolean;
}) {
  const { nowMs } = useClock();
  const urgent = credentials
    .flatMap((credential) => {
      const urgency = expiryUrgency(credential.expiresAtMs, nowMs);
      return urgency === undefined ? [] : [{ ...credential, urgency }];
    })
    .toSorted((a, b) => a.expiresAtMs - b.expiresAtMs);
  if (urgent.length === 0) return null;
  return (
    <section aria-label="Expiring credentials" className="flex flex-col gap-3">
      {urgent.map(({ baseConnectionId, accountName, sourceId, expiresAtMs, dataflowCount, urgency }) => (
        <Notice
          key={baseConnectionId}
          tone={tones[urgency]}
          headingLevel={2}
          title={
            urgency === 'expired'
              ? `The credential of “${accountName}” has expired`
              : `The credential of “${accountName}” expires in ${formatPlural(daysUntil(expiresAtMs, nowMs), 'day')}`
          }
          actions={
            <>
              {canConnect && (
                <ReplaceCredential
                  account={{ id: baseConnectionId, name: accountName, sourceId, dataflowCount }}
                  variant={tones[urgency] === 'info' ? 'secondary' : 'primary'}
                  size="small"
                />
              )}
              <LinkButton
                size="small"
                href={accountPath(baseConnectionId)}
                aria-label={`Open the account ${accountName}`}
              >
                Open account
              </LinkButton>
            </>
          }
        >
          <p>
            {urgency === 'expired' ? 'It ended on' : 'It ends on'} {formatDate(expiresAtMs, 'UTC')}.{' '}
            {affected(dataflowCount, urgency)}
          </p>
        </Notice>
      ))}
    </section>
  );
}

function affected(dataflowCount: number, urgency: ExpiryUrgency): string {
  if (dataflowCount === 0) return 'No dataflow uses it.';
  const dataflows = formatPlural(dataflowCount, 'dataflow');
  const verb = dataflowCount === 1 ? 'brings' : 'bring';
  return urgency === 'expired'
    ? `${dataflows} ${verb} in nothing until it is replaced.`
    : `${dataflows} will stop then unless it is replaced.`;
}
