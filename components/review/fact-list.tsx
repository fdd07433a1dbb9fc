import type { ReactNode } from 'react';

export type Fact = { term: string; value: ReactNode };

/** Names with their values. What was not given says so. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      {facts.map(({ term, value }) => (
        <div key={term} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-text-muted">{term}</dt>
          <dd className="min-w-0 break-words">
            {value === undefined || value === null || value === '' ? 'Not provided' : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
