'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Moment } from '@/components/shell/moment';
import { Icon } from '@/components/ui/icon';
import { type Tone, toneGlyphs, toneText } from '@/components/ui/tone';
import type { DataflowRunsView } from '@/lib/dataflow/dataflow-view';
import { describeHealth, healthAdvice } from '@/lib/dataflow/describe-health';
import { formatCount } from '@/lib/format/numbers';

const edges: Record<Tone, string> = {
  neutral: 'border-s-line-strong',
  info: 'border-s-info',
  positive: 'border-s-positive',
  caution: 'border-s-caution',
  negative: 'border-s-negative',
};

/** Healthy or not, last run, next run, records, what to do: readable in one look. */
export function HealthSummary({ view }: { view: DataflowRunsView }) {
  const { tone, label } = describeHealth(view.health);
  const advice = healthAdvice(view.health);
  const last = view.runs[0];
  const ended = view.runs.find((run) => run.completedAtMs !== undefined);
  const lastStartMs = last?.startedAtMs ?? last?.createdAtMs;
  const failed = ended?.failedRecords;
  return (
    <section
      aria-label="Summary"
      className={clsx('rounded-lg border border-s-4 border-line bg-surface', edges[tone])}
    >
      <div className="grid gap-x-6 gap-y-5 p-5 sm:grid-cols-2 lg:grid-cols-[1.2fr_1.2fr_1.2fr_1.6fr]">
        <Figure label="Health">
          <span className="flex items-center gap-2" role="status">
            <Icon glyph={toneGlyphs[tone]} size={24} className={toneText[tone]} />
            {label}
          </span>
        </Figure>
        <Figure label="Last run">
          {lastStartMs === undefined ? 'None yet' : <Moment timeMs={lastStartMs} look="both" isPast />}
        </Figure>
        <Figure label="Next run">
          {view.nextRunAtMs === undefined ? 'None planned' : <Moment timeMs={view.nextRunAtMs} look="both" />}
        </Figure>
        <Figure label="Records of the last ended run">
          <dl className="flex flex-wrap gap-x-5 gap-y-1">
            <RecordCount label="in" count={ended?.inputRecords} />
            <RecordCount label="ingested" count={ended?.outputRecords} />
            <RecordCount label="rejected" count={failed} isBad={(failed ?? 0) > 0} />
          </dl>
        </Figure>
      </div>
      {advice !== undefined && (
        <p className="border-t border-line px-5 py-3">
          <span className="font-semibold">What to do: </span>
          {advice}
        </p>
      )}
    </section>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="text-sm text-text-muted">{label}</p>
      <div className="mt-0.5 text-xl font-semibold">{children}</div>
    </div>
  );
}

function RecordCount({
  label,
  count,
  isBad = false,
}: {
  label: string;
  count: number | undefined;
  isBad?: boolean;
}) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-sm font-normal text-text-muted">{label}</dt>
      <dd className={clsx('tabular', isBad && 'text-negative')}>{formatCount(count)}</dd>
    </div>
  );
}
