'use client';

import { ScrollRegion } from '@/components/ui/scroll-region';
import { StatusLight } from '@/components/ui/status-light';
import { describeResult } from '@/lib/mapping/evaluate-sample';
import type { PreviewedRecord, PreviewProblem } from '@/lib/preview/preview-sample';
import { printFieldName } from '@/lib/schema/field-path';
import { readValue } from '@/lib/schema/read-value';

const mostEntries = 100;

/** A mapped record as nested lists; what is wrong with a value stands below it. */
export function RecordTree({ record }: { record: PreviewedRecord }) {
  const byPath = new Map<string, PreviewProblem[]>();
  for (const problem of record.problems) {
    const known = byPath.get(problem.path);
    if (known) known.push(problem);
    else byPath.set(problem.path, [problem]);
  }
  const others = record.problems.filter(({ path }) => readValue(record.data, path) === undefined);
  return (
    <ScrollRegion
      label="Mapped record"
      className="max-h-[26rem] overflow-auto rounded-md border border-line p-3 text-sm"
    >
      <div data-testid="preview-record">
        <Fields value={record.data} path="" byPath={byPath} />
        {others.length > 0 && (
          <ul
            aria-label="Fields that stay empty"
            className="mt-2 flex flex-col gap-1 border-t border-line pt-2"
          >
            {others.map((problem) => (
              <li key={`${problem.path} ${problem.message}`}>
                <bdi className="font-mono text-xs break-all">{problem.path}</bdi>
                <Problem problem={problem} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </ScrollRegion>
  );
}

type FieldsProps = {
  value: object;
  path: string;
  byPath: ReadonlyMap<string, readonly PreviewProblem[]>;
};

function Fields({ value, path, byPath }: FieldsProps) {
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  return (
    <ul className={path === '' ? '' : 'border-s border-line ps-3'}>
      {entries.slice(0, mostEntries).map(([name, entry]: [string, unknown]) => {
        const inner = isList ? `${path}[${name}]` : `${path}${path === '' ? '' : '.'}${printFieldName(name)}`;
        const isHolder = typeof entry === 'object' && entry !== null;
        return (
          <li key={name} className="py-0.5">
            <span className="flex flex-wrap items-baseline gap-x-2">
              <bdi className="text-text-muted">{isList ? Number(name) + 1 : name}</bdi>
              {!isHolder && <bdi className="font-mono text-xs break-all">{describeResult(entry)}</bdi>}
            </span>
            {byPath.get(inner)?.map((problem) => (
              <Problem key={problem.message} problem={problem} />
            ))}
            {isHolder && <Fields value={entry} path={inner} byPath={byPath} />}
          </li>
        );
      })}
      {entries.length > mostEntries && (
        <li className="text-text-muted">and {entries.length - mostEntries} more</li>
      )}
    </ul>
  );
}

function Problem({ problem }: { problem: PreviewProblem }) {
  return (
    <StatusLight
      tone={problem.isRejecting && !problem.isUncertain ? 'negative' : 'caution'}
      className="text-sm"
    >
      {problem.message}
      {problem.isUncertain && ' The value is masked here, so the real one may be fine.'}
    </StatusLight>
  );
}
