'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { SearchField } from '@/components/ui/search-field';
import { formatPlural } from '@/lib/format/numbers';
import type { SchemaStatistics } from '@/lib/schema/statistics';
import type { ProposedField } from '@/lib/target/propose-fields';
import { describeField } from './describe-field';

const listed = 100;

export type ExtensionSourceProps = {
  candidates: readonly ProposedField[];
  picked: readonly string[];
  mappedSources: ReadonlySet<string>;
  statistics: SchemaStatistics | undefined;
  onChange: (picked: readonly string[]) => void;
};

/** The fields of the source, to choose from: first those that nothing maps yet. */
export function ExtensionSource(props: ExtensionSourceProps) {
  const { candidates, picked, mappedSources, statistics, onChange } = props;
  const [search, setSearch] = useState('');
  const [isUnmappedOnly, setUnmappedOnly] = useState(true);
  const chosen = new Set(picked);
  const words = search.trim().toLowerCase().split(/\s+/);
  const found = candidates.filter(
    ({ source }) =>
      words.every((word) => source.toLowerCase().includes(word)) &&
      (!isUnmappedOnly || chosen.has(source) || !mappedSources.has(source)),
  );
  const open = found.filter(({ source }) => !chosen.has(source));
  return (
    <section aria-labelledby="extension-source" className="flex min-w-0 flex-col gap-3">
      <h3 id="extension-source" className="text-lg font-semibold">
        Fields of the source
      </h3>
      <SearchField label="Find a field" value={search} onChange={setSearch} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Checkbox isSelected={isUnmappedOnly} onChange={setUnmappedOnly}>
          Only those not mapped yet
        </Checkbox>
        <Button
          size="small"
          disabledReason={open.length === 0 ? 'There is none left to choose.' : undefined}
          onPress={() => onChange([...picked, ...open.map(({ source }) => source)])}
        >
          {open.length === 0 ? 'Choose all' : `Choose all ${open.length}`}
        </Button>
      </div>
      {found.length === 0 ? (
        <p className="rounded-md border border-line px-3 py-6 text-center text-text-muted">
          {search.trim() === '' ? 'Every field of the source is mapped.' : 'No field has this in its path.'}
        </p>
      ) : (
        <ul className="flex max-h-80 flex-col gap-1.5 overflow-y-auto rounded-md border border-line px-3 py-2">
          {found.slice(0, listed).map((field) => (
            <li key={field.source}>
              <Checkbox
                isSelected={chosen.has(field.source)}
                onChange={(isSelected) =>
                  onChange(
                    isSelected
                      ? [...picked, field.source]
                      : picked.filter((source) => source !== field.source),
                  )
                }
                description={describeField(field, statistics?.get(field.source))}
              >
                <bdi className="font-mono text-sm break-all">{field.source}</bdi>
              </Checkbox>
            </li>
          ))}
          {found.length > listed && (
            <li className="py-2 text-sm text-text-muted">
              {formatPlural(found.length - listed, 'field')} more: type a part of a path to narrow them.
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
