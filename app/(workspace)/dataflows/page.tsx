import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { DataflowBrowser } from '@/components/monitor/dataflow-browser';
import { ListSkeleton } from '@/components/shell/list-skeleton';
import { PageBody } from '@/components/shell/page-body';
import { PageHeader } from '@/components/shell/page-header';
import { ReloadNotice } from '@/components/shell/reload-notice';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { newOnboardingPath } from '@/lib/paths';
import { requireSession } from '@/server/auth/session';
import { listDataflowHealth } from '@/server/monitoring/list-dataflows';
import { load } from '../load';

export const metadata: Metadata = { title: 'Dataflows' };

export default async function DataflowsPage() {
  const { sandboxName } = await requireSession();
  if (sandboxName === null) return null;
  return (
    <PageBody>
      <PageHeader
        title="Dataflows"
        description="What brings records in, and whether it runs well"
        actions={
          <LinkButton variant="primary" href={newOnboardingPath()} icon={<Icon glyph={Plus} />}>
            Bring in data
          </LinkButton>
        }
      />
      <Suspense fallback={<ListSkeleton label="Reading dataflows and their newest runs" />}>
        <Dataflows />
      </Suspense>
    </PageBody>
  );
}

async function Dataflows() {
  const dataflows = await load('list-dataflows', listDataflowHealth);
  return dataflows.ok ? (
    <DataflowBrowser dataflows={dataflows.data} />
  ) : (
    <ReloadNotice error={dataflows.error} />
  );
}
