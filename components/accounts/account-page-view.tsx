'use client';

import type { ReactNode } from 'react';
import { Moment } from '@/components/shell/moment';
import { PageHeader } from '@/components/shell/page-header';
import { ReplaceCredential } from '@/components/shell/replace-credential';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { TextLink } from '@/components/ui/text-link';
import type { AccountView } from '@/lib/dataflow/dataflow-view';
import { accountsPath, dataflowPath } from '@/lib/paths';
import { findSource } from '@/lib/sources/sources';
import { ExpiryText } from './expiry-text';

/** One account: how long its credential lasts and which dataflows stand on it. */
export function AccountPageView({ account, canConnect }: { account: AccountView; canConnect: boolean }) {
  const { id, name, sourceId, mode, state, expiresAtMs, owner, createdAtMs, lastSuccessAtMs, dataflows } =
    account;
  return (
    <>
      <PageHeader
        back={<TextLink href={accountsPath()}>Accounts</TextLink>}
        title={<bdi>{name}</bdi>}
        description={
          <span className="flex flex-wrap items-center gap-2">
            {sourceId === undefined ? 'Another source' : (findSource(sourceId)?.title ?? sourceId)}
            {mode !== undefined && (
              <Badge tone={mode === 'live' ? 'positive' : 'info'}>{mode === 'live' ? 'Live' : 'Test'}</Badge>
            )}
            {state === 'disabled' && <Badge tone="caution">Switched off</Badge>}
          </span>
        }
        actions={
          canConnect && (
            <ReplaceCredential account={{ id, name, sourceId, dataflowCount: dataflows.length }} />
          )
        }
      />
      <Card title="Credential" description="Experience Platform keeps it. This app never stores it.">
        <dl className="grid gap-4 sm:grid-cols-2">
          <Fact label="Ends">
            <ExpiryText expiresAtMs={expiresAtMs} />
          </Fact>
          <Fact label="Last success">
            {lastSuccessAtMs === undefined ? 'None yet' : <Moment timeMs={lastSuccessAtMs} look="stacked" />}
          </Fact>
          <Fact label="Made by">{owner ?? 'Not known'}</Fact>
          <Fact label="Made">
            <Moment timeMs={createdAtMs} look="stacked" />
          </Fact>
          <Fact label="Base connection">
            <span className="flex items-center gap-1">
              <code className="font-mono text-sm break-all">{id}</code>
              <CopyButton text={id} what="id of the base connection" />
            </span>
          </Fact>
        </dl>
      </Card>
      <Card title="Used by">
        {dataflows.length === 0 ? (
          <p className="text-text-muted">No dataflow uses this account.</p>
        ) : (
          <ul className="flex flex-col gap-1">
            {dataflows.map((dataflow) => (
              <li key={dataflow.id}>
                <TextLink href={dataflowPath(dataflow.id)} className="inline-block py-0.5 break-words">
                  <bdi>{dataflow.name}</bdi>
                </TextLink>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-text-muted">{label}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
