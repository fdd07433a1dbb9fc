'use client';

import { ArrowRight } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import { Icon } from '@/components/ui/icon';
import { ScrollRegion } from '@/components/ui/scroll-region';
import type { FieldMapping } from '@/lib/mapping/mapping';

const kindWords: Readonly<Record<FieldMapping['kind'], string | undefined>> = {
  attribute: undefined,
  expression: 'Calculated',
  constant: 'Constant',
};

/** Which field goes where, closed until somebody wants to read it. */
export function MappedFields({
  mappings,
  headingLevel = 3,
}: {
  mappings: readonly FieldMapping[];
  headingLevel?: 3 | 4;
}) {
  if (mappings.length === 0) return <p className="text-text-muted">No field is mapped yet.</p>;
  const calculated = mappings.filter((mapping) => mapping.kind !== 'attribute').length;
  return (
    <>
      <p className="text-text-muted">
        {calculated === 0
          ? 'Every value is copied as it is.'
          : `${mappings.length - calculated} copied, ${calculated} calculated or constant.`}
      </p>
      <Disclosure title="Show every field" headingLevel={headingLevel}>
        <ScrollRegion label="Mapped fields" className="max-h-80 overflow-auto">
          <ul className="flex flex-col divide-y divide-line">
            {mappings.map(({ id, kind, source, target }) => (
              <li key={id} className="flex flex-col gap-0.5 py-1.5 text-sm">
                <span className="flex min-w-0 flex-wrap items-center gap-2">
                  <code className="min-w-0 font-mono break-all">{source}</code>
                  {kindWords[kind] && <Badge>{kindWords[kind]}</Badge>}
                </span>
                <span className="flex min-w-0 items-start gap-1.5 text-text-muted">
                  <Icon
                    glyph={ArrowRight}
                    size={14}
                    label="goes to"
                    isDirectional
                    className="mt-[0.1875rem]"
                  />
                  <code className="min-w-0 font-mono break-all">{target}</code>
                </span>
              </li>
            ))}
          </ul>
        </ScrollRegion>
      </Disclosure>
    </>
  );
}
