'use client';

import { useClock } from '@/components/shell/clock';
import { Moment } from '@/components/shell/moment';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusLight } from '@/components/ui/status-light';
import { Table } from '@/components/ui/table';
import { type ApiToken, apiTokenState } from '@/lib/api-tokens/api-token';
import { roleTitles } from '@/lib/team/roles';
import { RevokeTokenDialog } from './revoke-token-dialog';

/** Every token with what it opens and when it was used last; those that ended stay visible, after the others. */
export function TokenTable({ tokens }: { tokens: readonly ApiToken[] }) {
  const { nowMs } = useClock();
  if (tokens.length === 0) {
    return (
      <EmptyState title="No tokens yet" headingLevel={3}>
        <p>A token lets a program prepare onboardings and follow runs without a browser.</p>
      </EmptyState>
    );
  }
  const rows = tokens
    .map((token) => ({ ...token, state: apiTokenState(token, nowMs) }))
    .toSorted((a, b) => Number(a.state !== 'active') - Number(b.state !== 'active'));
  return (
    <Table
      caption="API tokens"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'name',
          header: 'Token',
          isRowHeader: true,
          cell: ({ name, ending, createdByName, sandboxName, role }) => (
            <>
              <bdi className="font-medium break-words">{name}</bdi>
              <span className="block text-sm text-text-muted">
                <code className="font-mono">trib_…{ending}</code> by <bdi>{createdByName}</bdi>
              </span>
              <span className="block text-sm text-text-muted sm:hidden">
                <bdi>{sandboxName}</bdi>, {roleTitles[role].toLowerCase()}
              </span>
            </>
          ),
        },
        {
          id: 'opens',
          header: 'Opens',
          hiddenBelow: 'sm',
          cell: ({ sandboxName, role }) => (
            <>
              <bdi>{sandboxName}</bdi>
              <span className="block text-sm whitespace-nowrap text-text-muted">
                as {roleTitles[role].toLowerCase()}
              </span>
            </>
          ),
        },
        {
          id: 'used',
          header: 'Last used',
          hiddenBelow: 'md',
          cell: ({ lastUsedAtMs }) =>
            lastUsedAtMs === undefined ? (
              <span className="text-text-muted">Never</span>
            ) : (
              <Moment timeMs={lastUsedAtMs} look="relative" isPast />
            ),
        },
        { id: 'state', header: 'State', cell: (token) => <TokenState token={token} /> },
        {
          id: 'revoke',
          header: <span className="sr-only">Revoke</span>,
          cell: ({ id, name, state }) => state === 'active' && <RevokeTokenDialog id={id} name={name} />,
        },
      ]}
    />
  );
}

function TokenState({ token }: { token: ApiToken & { state: ReturnType<typeof apiTokenState> } }) {
  const { state, revokedAtMs, expiresAtMs } = token;
  if (state === 'revoked') {
    return (
      <StatusLight tone="neutral">
        Revoked
        {revokedAtMs !== undefined && <Below timeMs={revokedAtMs} isPast />}
      </StatusLight>
    );
  }
  if (state === 'expired') {
    return (
      <StatusLight tone="neutral">
        Expired
        {expiresAtMs !== undefined && <Below timeMs={expiresAtMs} isPast />}
      </StatusLight>
    );
  }
  return (
    <StatusLight tone="positive">
      Active
      {expiresAtMs === undefined ? (
        <span className="block text-sm text-text-muted">never expires</span>
      ) : (
        <Below timeMs={expiresAtMs} lead="expires" />
      )}
    </StatusLight>
  );
}

function Below({ timeMs, lead, isPast = false }: { timeMs: number; lead?: string; isPast?: boolean }) {
  return (
    <span className="block text-sm text-text-muted sm:whitespace-nowrap">
      {lead !== undefined && `${lead} `}
      <Moment timeMs={timeMs} look="relative" isPast={isPast} />
    </span>
  );
}
