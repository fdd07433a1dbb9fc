import type { Metadata } from 'next';
import { load } from '@/app/(workspace)/load';
import { ConnectStep } from '@/components/connect/connect-step';
import { WizardFrame } from '@/components/wizard/wizard-frame';
import { can } from '@/lib/team/roles';
import { listAccounts } from '@/server/monitoring/list-accounts';
import { requireStep } from '@/server/wizard-page';

export const metadata: Metadata = { title: 'Connect' };

export default async function ConnectPage({ params }: { params: Promise<{ onboardingId: string }> }) {
  const page = await requireStep(params, 'connect');
  const { ctx, onboarding, canEdit } = page;
  const { id, source, draft, sandboxName } = onboarding;
  // Without the platform's list a new account can still be connected.
  const listed = await load('list-accounts', (loadCtx) => listAccounts(loadCtx, sandboxName));
  const accounts = listed.ok ? listed.data.filter(({ sourceId }) => sourceId === source.id) : [];
  const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' }).format(ctx.now());
  return (
    <WizardFrame {...page}>
      <ConnectStep
        onboardingId={id}
        sourceId={source.id}
        canEdit={canEdit && can(ctx.session.person.role, 'account.connect')}
        connected={draft.connect}
        proposedName={`${source.title}, ${month}`}
        accountsError={listed.ok ? undefined : listed.error}
        accounts={accounts.map((account) => ({
          id: account.id,
          name: account.name,
          mode: account.mode,
          owner: account.owner,
          expiresAtMs: account.expiresAtMs,
          lastSuccessAtMs: account.lastSuccessAtMs,
          dataflowNames: account.dataflows.map((dataflow) => dataflow.name),
        }))}
      />
    </WizardFrame>
  );
}
