'use client';

import type { ReactNode } from 'react';
import { Moment } from '@/components/shell/moment';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import type { DataflowView } from '@/lib/dataflow/dataflow-view';
import { describeDataflowSchedule } from '@/lib/dataflow/describe-dataflow-schedule';
import { formatPlural } from '@/lib/format/numbers';
import { withoutMarker } from '@/lib/format/without-marker';
import { accountPath } from '@/lib/paths';

/** Schedule, mapping and account in short. */
export function DataflowFacts({ dataflow }: { dataflow: DataflowView }) {
  const { schedule, mappingSummary, account, createdAtMs, updatedAtMs } = dataflow;
  return (
    <Card title="About this dataflow">
      <dl className="flex flex-col gap-3">
        <Fact label="Schedule">
          {describeDataflowSchedule(schedule)}
          {schedule && (
            <span className="block text-sm text-text-muted">
              from <Moment timeMs={schedule.startTimeSeconds * 1000} />
              {schedule.backfill === true && ', with backfill'}
            </span>
          )}
        </Fact>
        <Fact label="Mapping">
          {mappingSummary ? (
            <>
              {formatPlural(mappingSummary.mapped, 'field')}
              {mappingSummary.calculated > 0 && `, ${mappingSummary.calculated} of them calculated`}
              <span className="block text-sm break-words text-text-muted">
                into {mappingSummary.targetName}
              </span>
            </>
          ) : (
            'Not known'
          )}
        </Fact>
        <Fact label="Account">
          {account ? <TextLink href={accountPath(account.id)}>{account.name}</TextLink> : 'Not known'}
        </Fact>
        <Fact label="Description">{withoutMarker(dataflow.description) || 'Not provided'}</Fact>
        <Fact label="Created">
          <Moment timeMs={createdAtMs} />
        </Fact>
        {updatedAtMs !== createdAtMs && (
          <Fact label="Changed">
            <Moment timeMs={updatedAtMs} />
          </Fact>
        )}
      </dl>
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-text-muted">{label}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
