'use client';

import { StatusLight } from '@/components/ui/status-light';
import { describeResult } from '@/lib/mapping/evaluate-sample';
import type { Disagreement } from '@/lib/preview/compare-previews';

const mostListed = 6;

export type DisagreementsProps = {
  found: readonly Disagreement[];
  /** Records that were compared. */
  count: number;
  onRecordChange: (index: number) => void;
};

/** Where the result worked out here differs from Adobe's. Adobe's is the one that counts. */
export function Disagreements({ found, count, onRecordChange }: DisagreementsProps) {
  if (count === 0) return null;
  if (found.length === 0) {
    return <StatusLight tone="positive">The same as worked out here, field by field.</StatusLight>;
  }
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line bg-caution-soft p-3 text-sm">
      <StatusLight tone="caution">
        Adobe’s result differs from the one worked out here in{' '}
        {found.length === 1 ? '1 value' : `${found.length} values`}. Adobe’s counts.
      </StatusLight>
      <ul aria-label="Differences" className="flex flex-col gap-2">
        {found.slice(0, mostListed).map((difference) => (
          <li key={`${difference.record} ${difference.path}`}>
            <button
              type="button"
              onClick={() => onRecordChange(difference.record)}
              className="focus-ring rounded-sm text-start hover:underline"
            >
              Record {difference.record + 1},{' '}
              <bdi className="font-mono text-xs break-all">{difference.path}</bdi>
            </button>
            <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-xs">
              <dt>Here</dt>
              <dd className="font-mono break-all">{describeResult(difference.local)}</dd>
              <dt>Adobe</dt>
              <dd className="font-mono break-all">{describeResult(difference.platform)}</dd>
            </dl>
          </li>
        ))}
        {found.length > mostListed && <li>and {found.length - mostListed} more</li>}
      </ul>
    </div>
  );
}
