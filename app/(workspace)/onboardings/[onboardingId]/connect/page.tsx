import type { Metadata } from 'next';
import { ConnectStep } from '@/components/connect/connect-step';
import { FreshDraft } from '@/components/wizard/draft-version';
import { listAccounts } from '@/server/monitoring/list-accounts';
import { requireStep } from '@/server/wizard-page';

export const metadata: Metadata = { title: 'Connect' };

export default async function ConnectPage({ params }: { params: Promise<{ onboardingId: string }> }) {
  const { ctx, onboarding, canEdit } = await requireStep(params, 'connect');
  const { id, source, draft, sandboxName, version } = onboarding;
  const accounts = (await listAccounts(ctx, sandboxName)).filter((account) => account.sourceId === source.id);
  const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' }).format(ctx.now());
  return (
    <FreshDraft version={version}>
      <ConnectStep
        onboardingId={id}
        sourceId={source.id}
        canEdit={canEdit}
        connected={draft.connect}
        proposedName={`${source.title}, ${month}`}
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
    </FreshDraft>
  );
}
