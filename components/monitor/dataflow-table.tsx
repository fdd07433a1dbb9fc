'use client';

import { Moment } from '@/components/shell/moment';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { DataflowHealth } from '@/lib/dataflow/dataflow-view';
import { formatCount } from '@/lib/format/numbers';
import { dataflowPath } from '@/lib/paths';
import { findSource } from '@/lib/sources/sources';
import { HealthLight } from './health-light';

const notProvided = <span className="text-text-muted">–</span>;

/** Dataflows with what people want to know of each. */
export function DataflowTable({ dataflows }: { dataflows: readonly DataflowHealth[] }) {
  return (
    <Table
      caption="Dataflows"
      rows={dataflows}
      rowKey={(dataflow) => dataflow.id}
      columns={[
        {
          id: 'name',
          header: 'Name',
          isRowHeader: true,
          className: 'sm:min-w-44',
          cell: ({ id, name, sourceId }) => (
            <>
              <TextLink href={dataflowPath(id)} isQuiet className="font-medium break-words text-text">
                <bdi>{name}</bdi>
              </TextLink>
              {sourceId !== undefined && (
                <span className="block text-sm text-text-muted">
                  {findSource(sourceId)?.title ?? sourceId}
                </span>
              )}
            </>
          ),
        },
        {
          id: 'health',
          header: 'Health',
          className: 'sm:min-w-36',
          cell: ({ health }) => <HealthLight health={health} />,
        },
        {
          id: 'last',
          header: 'Last run',
          hiddenBelow: 'md',
          cell: ({ lastRunAtMs }) =>
            lastRunAtMs === undefined ? notProvided : <Moment timeMs={lastRunAtMs} look="relative" isPast />,
        },
        {
          id: 'next',
          header: 'Next run',
          hiddenBelow: 'lg',
          cell: ({ nextRunAtMs }) =>
            nextRunAtMs === undefined ? notProvided : <Moment timeMs={nextRunAtMs} look="relative" />,
        },
        {
          id: 'ingested',
          header: 'Ingested',
          isNumeric: true,
          hiddenBelow: 'sm',
          cell: ({ lastRunRecords }) => formatCount(lastRunRecords?.ingested),
        },
        {
          id: 'failed',
          header: 'Rejected',
          isNumeric: true,
          hiddenBelow: 'sm',
          cell: ({ lastRunRecords }) => (
            <span className={(lastRunRecords?.failed ?? 0) > 0 ? 'font-semibold text-negative' : undefined}>
              {formatCount(lastRunRecords?.failed)}
            </span>
          ),
        },
      ]}
    />
  );
}
