import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AccountPageView } from '@/components/accounts/account-page-view';
import { PageBody } from '@/components/shell/page-body';
import { ReloadNotice } from '@/components/shell/reload-notice';
import { baseConnectionIdSchema } from '@/lib/ids';
import { can } from '@/lib/team/roles';
import { requireSession } from '@/server/auth/session';
import { listAccounts } from '@/server/monitoring/list-accounts';
import { load } from '../../load';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage({ params }: PageProps<'/accounts/[baseConnectionId]'>) {
  const { sandboxName, person } = await requireSession();
  if (sandboxName === null) return null;
  const id = baseConnectionIdSchema.safeParse((await params).baseConnectionId);
  if (!id.success) notFound();
  const accounts = await load('load-account', (ctx) => listAccounts(ctx, sandboxName));
  const account = accounts.ok ? accounts.data.find((candidate) => candidate.id === id.data) : undefined;
  if (accounts.ok && !account) notFound();
  return (
    <PageBody isNarrow>
      {!accounts.ok && <ReloadNotice error={accounts.error} />}
      {account && <AccountPageView account={account} canConnect={can(person.role, 'account.connect')} />}
    </PageBody>
  );
}
