'use client';

import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import type { DataflowHealth, HealthStatus } from '@/lib/dataflow/dataflow-view';
import { formatPlural } from '@/lib/format/numbers';
import { dataflowsPath } from '@/lib/paths';
import { DataflowTable } from './dataflow-table';

const shownAtMost = 8;
const urgency: readonly HealthStatus[] = ['failing', 'some-rejected', 'unknown', 'running'];

/** The dataflows on the first screen: those that need a look come first. */
export function DataflowsCard({ dataflows }: { dataflows: readonly DataflowHealth[] }) {
  const rank = ({ health }: DataflowHealth) =>
    (urgency.indexOf(health) + urgency.length + 1) % (urgency.length + 1);
  const sorted = dataflows.toSorted(
    (a, b) => rank(a) - rank(b) || (b.lastRunAtMs ?? 0) - (a.lastRunAtMs ?? 0),
  );
  const troubled = dataflows.filter(
    ({ health }) => health === 'failing' || health === 'some-rejected',
  ).length;
  return (
    <Card
      title="Dataflows"
      description={describeList(dataflows.length, troubled)}
      isFlush={dataflows.length > 0}
      actions={
        dataflows.length > shownAtMost && (
          <TextLink href={dataflowsPath()}>All {formatPlural(dataflows.length, 'dataflow')}</TextLink>
        )
      }
    >
      {dataflows.length > 0 && <DataflowTable dataflows={sorted.slice(0, shownAtMost)} />}
    </Card>
  );
}

function describeList(count: number, troubled: number): string {
  if (count === 0) return 'None yet. A finished onboarding becomes one.';
  if (troubled === 0)
    return count === 1 ? 'It runs well.' : `All ${count} run well, or wait for their first run.`;
  return `${formatPlural(troubled, 'dataflow')} ${troubled === 1 ? 'needs' : 'need'} a look.`;
}
