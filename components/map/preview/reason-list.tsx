'use client';

import { StatusLight } from '@/components/ui/status-light';
import type { FieldMapping } from '@/lib/mapping/mapping';
import type { Reason } from '@/lib/preview/preview-sample';

const mostListed = 8;

export type ReasonListProps = {
  reasons: readonly Reason[];
  mappings: readonly FieldMapping[];
  onRecordChange: (index: number) => void;
};

/** Why records are rejected or lose a field, one line a reason; pressing one shows its first record. */
export function ReasonList({ reasons, mappings, onRecordChange }: ReasonListProps) {
  if (reasons.length === 0) return null;
  const sources = new Map(mappings.map(({ id, source }) => [id, source]));
  return (
    <ul aria-label="Reasons" className="flex flex-col gap-1">
      {reasons.slice(0, mostListed).map((reason) => {
        const source = reason.mappingId === undefined ? undefined : sources.get(reason.mappingId);
        return (
          <li key={`${reason.mappingId} ${reason.path} ${reason.message}`}>
            <button
              type="button"
              onClick={() => onRecordChange(reason.records[0] ?? 0)}
              className="focus-ring flex w-full flex-col gap-0.5 rounded-sm px-1 py-1 text-start text-sm hover:bg-surface-hover"
            >
              <StatusLight tone={reason.isUncertain || !reason.isRejecting ? 'caution' : 'negative'}>
                <span className="tabular font-medium">
                  {reason.records.length} {reason.isRejecting ? 'rejected' : 'without this field'}:
                </span>{' '}
                {reason.message}
                {reason.isUncertain && ' (masked here)'}
              </StatusLight>
              <bdi className="ps-5.5 font-mono text-xs break-all text-text-muted">
                {reason.path}
                {source !== undefined && ` ← ${source.length > 60 ? `${source.slice(0, 59)}…` : source}`}
              </bdi>
            </button>
          </li>
        );
      })}
      {reasons.length > mostListed && (
        <li className="px-1 text-sm text-text-muted">and {reasons.length - mostListed} more reasons</li>
      )}
    </ul>
  );
}
