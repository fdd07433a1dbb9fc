'use client';

import { Moment } from '@/components/shell/moment';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusLight } from '@/components/ui/status-light';
import { Table } from '@/components/ui/table';
import type { DataflowRunsView } from '@/lib/dataflow/dataflow-view';
import { describeFlowRunStatus } from '@/lib/dataflow/describe-health';
import type { FlowRun } from '@/lib/dataflow/flow-run';
import { formatDuration } from '@/lib/format/dates';
import { formatCount } from '@/lib/format/numbers';
import { FlowRunErrors } from './flow-run-errors';

/** Every flow run with its figures; errors stand under their run, in plain words. */
export function FlowRunsCard({ view }: { view: DataflowRunsView | undefined }) {
  return (
    <Card
      title="Flow runs"
      description={
        view && (
          <>
            Newest first, read <Moment timeMs={view.readAtMs} look="relative" isPast />
          </>
        )
      }
      isFlush
    >
      {view && view.runs.length === 0 && (
        <EmptyState title="No flow run yet" headingLevel={3} className="py-8">
          <p>
            The first one appears here a few minutes after its time. Leave the page open to see it arrive.
          </p>
        </EmptyState>
      )}
      {view && view.runs.length > 0 && <RunTable runs={view.runs} />}
    </Card>
  );
}

function RunTable({ runs }: { runs: readonly FlowRun[] }) {
  return (
    <Table
      caption="Flow runs"
      rows={runs}
      rowKey={(run) => run.id}
      rowDetail={(run) => (run.errors.length > 0 ? <FlowRunErrors errors={run.errors} /> : undefined)}
      columns={[
        {
          id: 'started',
          header: 'Started',
          isRowHeader: true,
          className: 'min-w-30 sm:min-w-40',
          cell: (run) => (
            <>
              <Moment timeMs={run.startedAtMs ?? run.createdAtMs} look="stacked" />
              {run.trigger === 'backfill' && <span className="block text-sm text-text-muted">Backfill</span>}
            </>
          ),
        },
        {
          id: 'status',
          header: 'Status',
          className: 'sm:min-w-28',
          cell: (run) => {
            const { tone, label } = describeFlowRunStatus(run.status);
            return <StatusLight tone={tone}>{label}</StatusLight>;
          },
        },
        {
          id: 'in',
          header: 'In',
          isNumeric: true,
          hiddenBelow: 'sm',
          cell: (run) => formatCount(run.inputRecords),
        },
        {
          id: 'ingested',
          header: 'Ingested',
          isNumeric: true,
          hiddenBelow: 'sm',
          cell: (run) => formatCount(run.outputRecords),
        },
        {
          id: 'rejected',
          header: 'Rejected',
          isNumeric: true,
          cell: (run) => (
            <span className={(run.failedRecords ?? 0) > 0 ? 'font-semibold text-negative' : undefined}>
              {formatCount(run.failedRecords)}
            </span>
          ),
        },
        {
          id: 'duration',
          header: 'Duration',
          isNumeric: true,
          hiddenBelow: 'md',
          cell: (run) => formatDuration(durationOf(run)),
        },
      ]}
    />
  );
}

function durationOf({ startedAtMs, completedAtMs }: FlowRun): number | undefined {
  return startedAtMs === undefined || completedAtMs === undefined ? undefined : completedAtMs - startedAtMs;
}
