import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ExpiringCredentials } from '@/components/home/expiring-credentials';
import { FirstSteps } from '@/components/home/first-steps';
import { OnboardingsCard } from '@/components/home/onboardings-card';
import { DataflowsCard } from '@/components/monitor/dataflows-card';
import { ListSkeleton } from '@/components/shell/list-skeleton';
import { PageBody } from '@/components/shell/page-body';
import { PageHeader } from '@/components/shell/page-header';
import { ReloadNotice } from '@/components/shell/reload-notice';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import type { SandboxName } from '@/lib/ids';
import { newOnboardingPath } from '@/lib/paths';
import { can } from '@/lib/team/roles';
import { requireSession } from '@/server/auth/session';
import { findExpiring, listAccounts } from '@/server/monitoring/list-accounts';
import { listDataflowHealth } from '@/server/monitoring/list-dataflows';
import { listOnboardingSummaries } from '@/server/onboarding/list-onboardings';
import { load } from './load';

export const metadata: Metadata = { title: 'Home' };

export default async function HomePage() {
  const { sandboxName, person } = await requireSession();
  if (sandboxName === null) return null;
  const canEdit = can(person.role, 'onboarding.edit');
  const onboardings = await load('list-onboardings', listOnboardingSummaries);
  const isFirstTime = onboardings.ok && onboardings.data.length === 0;
  return (
    <PageBody>
      <PageHeader
        title="Home"
        actions={
          canEdit &&
          !isFirstTime && (
            <LinkButton variant="primary" href={newOnboardingPath()} icon={<Icon glyph={Plus} />}>
              Bring in data
            </LinkButton>
          )
        }
      />
      <Suspense>
        <Expiring sandboxName={sandboxName} canConnect={can(person.role, 'account.connect')} />
      </Suspense>
      {!onboardings.ok && <ReloadNotice error={onboardings.error} />}
      {isFirstTime && <FirstSteps canEdit={canEdit} />}
      {onboardings.ok && !isFirstTime && <OnboardingsCard onboardings={onboardings.data} canEdit={canEdit} />}
      <Suspense fallback={<ListSkeleton label="Reading dataflows and their newest runs" />}>
        <Dataflows isFirstTime={isFirstTime} />
      </Suspense>
    </PageBody>
  );
}

async function Expiring({ sandboxName, canConnect }: { sandboxName: SandboxName; canConnect: boolean }) {
  const expiring = await load('list-expiring', async (ctx) => {
    return findExpiring(await listAccounts(ctx, sandboxName), ctx.now());
  });
  // The same platform answers for the dataflows below: their notice says it once.
  return expiring.ok ? <ExpiringCredentials credentials={expiring.data} canConnect={canConnect} /> : null;
}

async function Dataflows({ isFirstTime }: { isFirstTime: boolean }) {
  const dataflows = await load('list-dataflows', listDataflowHealth);
  if (!dataflows.ok) return <ReloadNotice error={dataflows.error} />;
  if (dataflows.data.length === 0 && isFirstTime) return null;
  return <DataflowsCard dataflows={dataflows.data} />;
}
