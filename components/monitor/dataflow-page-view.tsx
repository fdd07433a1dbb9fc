'use client';

import { AppErrorNotice, toAppError } from '@/components/shell/app-error-notice';
import { PageHeader } from '@/components/shell/page-header';
import { Badge } from '@/components/ui/badge';
import { Notice } from '@/components/ui/notice';
import { Spinner } from '@/components/ui/spinner';
import { TextLink } from '@/components/ui/text-link';
import type { DataflowRunsView, DataflowView } from '@/lib/dataflow/dataflow-view';
import { dataflowsPath } from '@/lib/paths';
import { findSource } from '@/lib/sources/sources';
import { DataflowFacts } from './dataflow-facts';
import { FlowRunsCard } from './flow-runs-card';
import { HealthSummary } from './health-summary';
import { PlatformObjectsCard } from './platform-objects-card';
import { useDataflowRuns } from './use-dataflow-runs';

export type DataflowPageViewProps = {
  dataflow: DataflowView;
  /** Absent when the platform did not answer for the first paint. */
  initialRuns?: DataflowRunsView;
};

/** One dataflow: the answer on top, the runs that prove it, then what it is made of. */
export function DataflowPageView({ dataflow, initialRuns }: DataflowPageViewProps) {
  const runs = useDataflowRuns(dataflow.sandboxName, dataflow.id, initialRuns);
  const source = dataflow.sourceId === undefined ? undefined : findSource(dataflow.sourceId);
  return (
    <>
      <PageHeader
        back={<TextLink href={dataflowsPath()}>Dataflows</TextLink>}
        title={<bdi>{dataflow.name}</bdi>}
        description={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            {[source?.title, dataflow.dataTitle].filter((part) => part !== undefined).join(', ') ||
              'A source that this app does not know'}
            {dataflow.state === 'draft' && <Badge>Draft</Badge>}
            {dataflow.state === 'changing' && <Badge tone="info">Being changed</Badge>}
            {dataflow.state === 'deleting' && <Badge tone="caution">Being deleted</Badge>}
          </span>
        }
      />
      {dataflow.state === 'deleting' && (
        <Notice tone="caution" title="This dataflow is being deleted">
          Records that arrived stay in the dataset.
        </Notice>
      )}
      {runs.isError && (
        <AppErrorNotice
          error={toAppError(runs.error)}
          announce="status"
          isRetrying={runs.isFetching}
          onRetry={() => void runs.refetch()}
        />
      )}
      {runs.data ? (
        <HealthSummary view={runs.data} />
      ) : (
        runs.isPending && <Spinner label="Reading the newest flow runs" />
      )}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem] xl:grid-rows-[auto_1fr]">
        <FlowRunsCard view={runs.data} />
        <div className="xl:col-start-2 xl:row-span-2 xl:row-start-1">
          <DataflowFacts dataflow={dataflow} />
        </div>
        <PlatformObjectsCard objects={dataflow.objects} />
      </div>
    </>
  );
}
