import type { Metadata } from 'next';
import { Suspense } from 'react';
import { AccountTable } from '@/components/accounts/account-table';
import { ListSkeleton } from '@/components/shell/list-skeleton';
import { PageBody } from '@/components/shell/page-body';
import { PageHeader } from '@/components/shell/page-header';
import { ReloadNotice } from '@/components/shell/reload-notice';
import type { SandboxName } from '@/lib/ids';
import { requireSession } from '@/server/auth/session';
import { listAccounts } from '@/server/monitoring/list-accounts';
import { load } from '../load';

export const metadata: Metadata = { title: 'Accounts' };

export default async function AccountsPage() {
  const { sandboxName } = await requireSession();
  if (sandboxName === null) return null;
  return (
    <PageBody>
      <PageHeader
        title="Accounts"
        description="Credentials that Experience Platform holds for a source. Adobe calls them base connections."
      />
      <Suspense fallback={<ListSkeleton label="Reading accounts" />}>
        <Accounts sandboxName={sandboxName} />
      </Suspense>
    </PageBody>
  );
}

async function Accounts({ sandboxName }: { sandboxName: SandboxName }) {
  const accounts = await load('list-accounts', (ctx) => listAccounts(ctx, sandboxName));
  return accounts.ok ? <AccountTable accounts={accounts.data} /> : <ReloadNotice error={accounts.error} />;
}
