import type { Metadata } from 'next';
import { Suspense } from 'react';
import { NewTokenDialog } from '@/components/api-tokens/new-token-dialog';
import { TokenTable } from '@/components/api-tokens/token-table';
import { ListSkeleton } from '@/components/shell/list-skeleton';
import { PageBody } from '@/components/shell/page-body';
import { PageHeader } from '@/components/shell/page-header';
import { ReloadNotice } from '@/components/shell/reload-notice';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { can } from '@/lib/team/roles';
import { loadApiTokens } from '@/server/api-tokens/api-tokens';
import { listOrganisationSandboxes } from '@/server/auth/require-platform-context';
import { requireSession } from '@/server/auth/session';
import { load } from '../../load';

export const metadata: Metadata = { title: 'API tokens' };

export default async function TokenSettingsPage() {
  const { person, sandboxName } = await requireSession();
  if (sandboxName === null) return null;
  const isOwner = can(person.role, 'team.manage');
  return (
    <PageBody isNarrow>
      <PageHeader
        title="API tokens"
        description="For programs that prepare onboardings, create dataflows and follow runs. Each opens one sandbox with one role."
      />
      {isOwner ? (
        <Suspense fallback={<ListSkeleton label="Reading the tokens" />}>
          <Tokens sandboxName={sandboxName} />
        </Suspense>
      ) : (
        <Card>
          <EmptyState title="Tokens are for owners">
            <p>Ask an owner of this workspace to make one for you.</p>
          </EmptyState>
        </Card>
      )}
    </PageBody>
  );
}

async function Tokens({ sandboxName }: { sandboxName: string }) {
  // The list needs no platform: tokens can be revoked while it is away.
  const [tokens, sandboxes] = await Promise.all([
    load('load-api-tokens', loadApiTokens),
    load('list-sandboxes', (ctx) => listOrganisationSandboxes(ctx.orgId)),
  ]);
  if (!tokens.ok) return <ReloadNotice error={tokens.error} />;
  return (
    <Card
      title="Tokens"
      description="A token is shown once, when it is made. Here you see when it was used last."
      actions={
        sandboxes.ok && (
          <NewTokenDialog
            sandboxName={sandboxName}
            sandboxes={sandboxes.data.map(({ name, title }) => ({ name, title }))}
          />
        )
      }
      isFlush
    >
      <TokenTable tokens={tokens.data} />
    </Card>
  );
}
