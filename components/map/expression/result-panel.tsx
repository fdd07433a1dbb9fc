'use client';

import clsx from 'clsx';
import { StatusLight } from '@/components/ui/status-light';
import { describeResult, type SampleResult } from '@/lib/mapping/evaluate-sample';
import { RecordPager } from '../record-pager';

export type ResultPanelProps = {
  /** Undefined while the text cannot be read. */
  results: readonly SampleResult[] | undefined;
  isEmpty: boolean;
  count: number;
  recordIndex: number;
  onRecordChange: (index: number) => void;
};

/** What the expression gives for the record on show, and for every record of the sample. */
export function ResultPanel({ results, isEmpty, count, recordIndex, onRecordChange }: ResultPanelProps) {
  if (count === 0) {
    return <p className="text-sm text-text-muted">There are no sample records to calculate with.</p>;
  }
  const shown = results?.[recordIndex];
  const rowNumbers = Array.from({ length: count }, (_, at) => at + 1);
  return (
    <div className="flex min-h-0 flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-sm font-semibold">Result for this record</h3>
        <RecordPager count={count} recordIndex={recordIndex} onRecordChange={onRecordChange} />
      </div>
      <div
        data-testid="expression-result"
        className="min-h-12 rounded-md border border-line bg-surface-sunken px-3 py-2 text-sm"
      >
        {shown ? (
          <ResultValue result={shown} />
        ) : (
          <span className="text-text-muted">
            {isEmpty ? 'Nothing calculated yet.' : 'The result comes back when the expression can be read.'}
          </span>
        )}
      </div>
      <table className="w-full border-collapse text-sm">
        <caption className="mb-1 text-start text-xs text-text-muted">{summarise(results, count)}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Record</th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          {rowNumbers.map((number) => {
            const at = number - 1;
            const result = results?.[at];
            return (
              <tr
                key={number}
                aria-current={at === recordIndex ? 'true' : undefined}
                className={clsx('border-t border-line', at === recordIndex && 'bg-accent-soft')}
              >
                <th scope="row" className="w-10 px-2 py-1 text-start align-top font-normal">
                  <button
                    type="button"
                    aria-label={`Show record ${at + 1}`}
                    onClick={() => onRecordChange(at)}
                    className="focus-ring tabular rounded-sm px-1 text-text-muted hover:text-text hover:underline"
                  >
                    {at + 1}
                  </button>
                </th>
                <td className="min-w-0 px-2 py-1 break-words">
                  {result ? (
                    <ResultValue result={result} isShort />
                  ) : (
                    <span className="text-text-muted">–</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const shortLength = 120;

function ResultValue({ result, isShort = false }: { result: SampleResult; isShort?: boolean }) {
  if (!result.ok) return <StatusLight tone="negative">{result.message}</StatusLight>;
  if (result.value === null) return <span className="text-text-muted">null: the field is left out</span>;
  const text = describeResult(result.value);
  return (
    <bdi className="font-mono text-xs break-all">
      {isShort && text.length > shortLength ? `${text.slice(0, shortLength)}…` : text}
    </bdi>
  );
}

function summarise(results: readonly SampleResult[] | undefined, count: number): string {
  if (!results) return 'All sample records';
  const failed = results.filter(({ ok }) => !ok).length;
  const empty = results.filter((result) => result.ok && result.value === null).length;
  const parts = [`${count - failed - empty} of ${count} records get a value`];
  if (empty > 0) parts.push(`${empty} get none`);
  if (failed > 0) parts.push(`${failed} cannot take theirs`);
  return `${parts.join(', ')}.`;
}
