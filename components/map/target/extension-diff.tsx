'use client';

import { Check, Plus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { formatPlural } from '@/lib/format/numbers';
import type { SchemaStatistics } from '@/lib/schema/statistics';
import type { FieldChange } from '@/lib/target/edit-field';
import type { ExtensionRow } from '@/lib/target/propose-extension';
import { describeField } from './describe-field';
import { FieldForm } from './field-form';

const listed = 100;

export type ExtensionDiffProps = {
  rows: readonly ExtensionRow[];
  statistics: SchemaStatistics | undefined;
  onEdit: (source: string, change: FieldChange) => void;
  onRemove: (source: string) => void;
};

const states = {
  added: { glyph: Plus, tone: 'positive', words: 'Added' },
  present: { glyph: Check, tone: 'neutral', words: 'Exists' },
  refused: { glyph: TriangleAlert, tone: 'negative', words: 'Cannot be added' },
} as const;

/** What the field group gets, one row for each chosen field. */
export function ExtensionDiff({ rows, statistics, onEdit, onRemove }: ExtensionDiffProps) {
  const [open, setOpen] = useState<string>();
  const count = (state: ExtensionRow['state']) => rows.filter((row) => row.state === state).length;
  // Mistakes first: they keep the others from being used.
  const sorted = [...rows].sort((a, b) => Number(b.state === 'refused') - Number(a.state === 'refused'));
  return (
    <section aria-labelledby="extension-diff" className="flex min-w-0 flex-col gap-3">
      <h3 id="extension-diff" className="text-lg font-semibold">
        What changes
      </h3>
      <p role="status" className="text-sm text-text-muted">
        {formatPlural(count('added'), 'field')} added, 0 removed, 0 changed
        {count('present') > 0 && `; ${count('present')} there already`}
        {count('refused') > 0 && `; ${count('refused')} cannot be added`}.
      </p>
      {rows.length === 0 ? (
        <p className="rounded-md border border-line px-3 py-6 text-center text-text-muted">
          Choose fields of the source, and see here what the schema gets.
        </p>
      ) : (
        <ul className="max-h-96 divide-y divide-line overflow-y-auto rounded-md border border-line">
          {sorted.slice(0, listed).map(({ field, target, state, note }) => {
            const { glyph: Glyph, tone, words } = states[state];
            return (
              <li key={field.source} className="flex min-w-0 flex-col gap-1 px-3 py-2">
                <div className="flex items-center gap-1">
                  <Badge tone={tone} className="me-auto">
                    <Glyph aria-hidden size={12} />
                    {words}
                  </Badge>
                  {state !== 'present' && (
                    <Button
                      size="small"
                      variant="quiet"
                      aria-label={open === field.source ? `Done with ${target}` : `Edit ${target}`}
                      aria-expanded={open === field.source}
                      onPress={() => setOpen(open === field.source ? undefined : field.source)}
                    >
                      {open === field.source ? 'Done' : 'Edit'}
                    </Button>
                  )}
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={`Do not add ${target}`}
                    onPress={() => onRemove(field.source)}
                  >
                    Remove
                  </Button>
                </div>
                <div className="min-w-0">
                  <bdi className="font-mono text-sm break-all">{target}</bdi>
                  <p className="text-sm text-text-muted">
                    {describeField(field, undefined)}, from{' '}
                    <bdi className="font-mono text-xs break-all">{field.source}</bdi>
                    {note !== undefined && `. ${note}`}
                  </p>
                </div>
                {open === field.source && (
                  <FieldForm
                    // As it will be called: the name it had to give up cannot be asked for again.
                    field={
                      state === 'added'
                        ? { ...field, name: target.slice(target.lastIndexOf('.') + 1) }
                        : field
                    }
                    siblings={noNames}
                    statistics={statistics?.get(field.source)}
                    onEdit={(change) => {
                      if (change.isLeftOut) onRemove(field.source);
                      else onEdit(field.source, change);
                    }}
                  />
                )}
              </li>
            );
          })}
          {sorted.length > listed && (
            <li className="px-3 py-2 text-sm text-text-muted">
              {formatPlural(sorted.length - listed, 'field')} more, in the same way.
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

// A name that is taken is said in the row itself.
const noNames: ReadonlySet<string> = new Set();
