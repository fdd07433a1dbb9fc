import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DataflowPageView } from '@/components/monitor/dataflow-page-view';
import { PageBody } from '@/components/shell/page-body';
import { ReloadNotice } from '@/components/shell/reload-notice';
import { dataflowIdSchema } from '@/lib/ids';
import { requireSession } from '@/server/auth/session';
import { loadDataflow, loadDataflowRuns } from '@/server/monitoring/load-dataflow';
import { load } from '../../load';

export const metadata: Metadata = { title: 'Dataflow' };

export default async function DataflowPage({ params }: PageProps<'/dataflows/[dataflowId]'>) {
  const { sandboxName } = await requireSession();
  if (sandboxName === null) return null;
  const id = dataflowIdSchema.safeParse((await params).dataflowId);
  if (!id.success) notFound();
  const [dataflow, runs] = await Promise.all([
    load('load-dataflow', (ctx) => loadDataflow(ctx, id.data)),
    load('load-dataflow-runs', (ctx) => loadDataflowRuns(ctx, id.data)),
  ]);
  if (!dataflow.ok && dataflow.error.kind === 'not-found') notFound();
  return (
    <PageBody>
      {dataflow.ok ? (
        <DataflowPageView dataflow={dataflow.data} {...(runs.ok && { initialRuns: runs.data })} />
      ) : (
        <ReloadNotice error={dataflow.error} />
      )}
    </PageBody>
  );
}
