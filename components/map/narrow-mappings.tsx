'use client';

import { ArrowDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { StatusLight } from '@/components/ui/status-light';
import type { CheckedMapping } from '@/lib/mapping/check-mappings';
import type { Coverage } from '@/lib/mapping/coverage';
import { PathText } from './path-text';

const tones = { fits: 'positive', converts: 'caution', refused: 'negative' } as const;
const pageSize = 100;

/** The mappings on a phone: one column, to read. */
export function NarrowMappings({ rows, coverage }: { rows: readonly CheckedMapping[]; coverage: Coverage }) {
  const [shown, setShown] = useState(pageSize);
  return (
    <div className="rounded-lg border border-line bg-surface">
      <p className="border-b border-line p-3 text-sm text-text-muted">
        {coverage.usedSourceFields} of {coverage.sourceFields} source fields mapped,{' '}
        {coverage.requiredLeft.length} required left, {coverage.errors.length} errors. Mapping needs a wider
        screen; here you can read.
      </p>
      <ul className="divide-y divide-line">
        {rows.slice(0, shown).map(({ mapping, verdict, sentence }) => (
          <li
            key={mapping.id}
            data-testid={`mapping-row:${mapping.source}→${mapping.target}`}
            className="space-y-0.5 p-3 text-sm"
          >
            <p>
              <PathText path={mapping.source} />
            </p>
            <ArrowDown aria-label="to" size={14} className="text-text-muted" />
            <p>
              <PathText path={mapping.target} />
            </p>
            <StatusLight tone={tones[verdict]}>{sentence}</StatusLight>
          </li>
        ))}
      </ul>
      {rows.length === 0 && <p className="p-3 text-sm text-text-muted">No mappings yet.</p>}
      {rows.length > shown && (
        <div className="border-t border-line p-3">
          <Button isWide onPress={() => setShown(shown + pageSize)}>
            Show more
          </Button>
        </div>
      )}
    </div>
  );
}
