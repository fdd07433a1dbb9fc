'use client';

import { Moment } from '@/components/shell/moment';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { AccountView } from '@/lib/dataflow/dataflow-view';
import { accountPath, dataflowPath, newOnboardingPath } from '@/lib/paths';
import { findSource } from '@/lib/sources/sources';
import { ExpiryText } from './expiry-text';

const listedAtMost = 3;

/** Every account of the sandbox, with who uses it and how long its credential lasts. */
export function AccountTable({ accounts }: { accounts: readonly AccountView[] }) {
  if (accounts.length === 0) {
    return (
      <div className="rounded-lg border border-line bg-surface">
        <EmptyState
          title="No accounts in this sandbox yet"
          actions={
            <LinkButton variant="primary" href={newOnboardingPath()}>
              Bring in data
            </LinkButton>
          }
        >
          <p>
            The first step of an onboarding creates one. It can then be used for other data of the same
            source.
          </p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="rounded-lg border border-line bg-surface">
      <Table
        caption="Accounts"
        rows={accounts}
        rowKey={(account) => account.id}
        columns={[
          {
            id: 'name',
            header: 'Name',
            isRowHeader: true,
            className: 'sm:min-w-40',
            cell: ({ id, name, sourceId, mode, state }) => (
              <>
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <TextLink href={accountPath(id)} isQuiet className="font-medium break-words text-text">
                    <bdi>{name}</bdi>
                  </TextLink>
                  {mode !== undefined && (
                    <Badge tone={mode === 'live' ? 'positive' : 'info'}>
                      {mode === 'live' ? 'Live' : 'Test'}
                    </Badge>
                  )}
                  {state === 'disabled' && <Badge tone="caution">Switched off</Badge>}
                </span>
                <span className="block text-sm text-text-muted">
                  {sourceId === undefined ? 'Another source' : (findSource(sourceId)?.title ?? sourceId)}
                </span>
              </>
            ),
          },
          {
            id: 'expiry',
            header: 'Credential ends',
            className: 'sm:min-w-36',
            cell: ({ expiresAtMs }) => <ExpiryText expiresAtMs={expiresAtMs} />,
          },
          {
            id: 'dataflows',
            header: 'Used by',
            hiddenBelow: 'sm',
            className: 'sm:min-w-36',
            cell: ({ dataflows }) => <UsedBy dataflows={dataflows} />,
          },
          {
            id: 'success',
            header: 'Last success',
            hiddenBelow: 'md',
            cell: ({ lastSuccessAtMs }) =>
              lastSuccessAtMs === undefined ? (
                <span className="text-text-muted">None yet</span>
              ) : (
                <Moment timeMs={lastSuccessAtMs} look="relative" isPast />
              ),
          },
          {
            id: 'owner',
            header: 'Made by',
            hiddenBelow: 'lg',
            cell: ({ owner }) => owner ?? <span className="text-text-muted">Not known</span>,
          },
        ]}
      />
    </div>
  );
}

function UsedBy({ dataflows }: { dataflows: AccountView['dataflows'] }) {
  if (dataflows.length === 0) return <span className="text-text-muted">No dataflow</span>;
  const rest = dataflows.length - listedAtMost;
  return (
    <ul>
      {dataflows.slice(0, listedAtMost).map(({ id, name }) => (
        <li key={id}>
          <TextLink href={dataflowPath(id)} isQuiet className="-my-0.5 inline-block py-0.5 break-words">
            <bdi>{name}</bdi>
          </TextLink>
        </li>
      ))}
      {rest > 0 && <li className="text-text-muted">and {rest} more</li>}
    </ul>
  );
}
