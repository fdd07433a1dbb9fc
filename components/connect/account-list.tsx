'use client';

import { Moment } from '@/components/shell/moment';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { BaseConnectionId } from '@/lib/ids';

export type AccountChoice = {
  id: BaseConnectionId;
  name: string;
  mode: 'test' | 'live' | undefined;
  owner: string | undefined;
  expiresAtMs: number | undefined;
  lastSuccessAtMs: number | undefined;
  dataflowNames: string[];
};

/** Accounts that exist, with what tells them apart; the newest first. */
export function AccountList({
  accounts,
  trying,
  onUse,
}: {
  accounts: readonly AccountChoice[];
  trying: BaseConnectionId | undefined;
  onUse: (id: BaseConnectionId) => void;
}) {
  return (
    <Card title="Use an account that exists" isFlush>
      <ul>
        {accounts.map((account) => (
          <li
            key={account.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-b-0 sm:px-5"
          >
            <div className="min-w-0 flex-1 basis-60">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                <bdi className="min-w-0 break-words">{account.name}</bdi>
                {account.mode && (
                  <Badge tone={account.mode === 'live' ? 'positive' : 'neutral'}>
                    {account.mode === 'live' ? 'Live data' : 'Test data'}
                  </Badge>
                )}
              </p>
              <p className="text-sm text-text-muted">
                {account.owner ? `Connected by ${account.owner}. ` : ''}
                {account.dataflowNames.length === 0
                  ? 'No dataflow uses it yet.'
                  : `Used by ${account.dataflowNames.slice(0, 2).join(', ')}${account.dataflowNames.length > 2 ? ` and ${account.dataflowNames.length - 2} more` : ''}.`}{' '}
                {account.lastSuccessAtMs !== undefined && (
                  <>
                    Last success <Moment timeMs={account.lastSuccessAtMs} look="relative" isPast />.
                  </>
                )}
              </p>
              {account.expiresAtMs !== undefined && (
                <p className="text-sm text-text-muted">
                  Credential ends <Moment timeMs={account.expiresAtMs} look="relative" />.
                </p>
              )}
            </div>
            <Button
              size="small"
              onPress={() => onUse(account.id)}
              isPending={trying === account.id}
              pendingLabel="Trying it"
              aria-label={`Use ${account.name}`}
            >
              Use this account
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
