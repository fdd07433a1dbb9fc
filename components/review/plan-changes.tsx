'use client';

import { useEffect, useRef } from 'react';
import { Notice } from '@/components/ui/notice';
import { formatPlural } from '@/lib/format/numbers';
import { diffPlans } from '@/lib/plan/diff-plans';
import type { PlanObject } from '@/lib/plan/plan';
import { BeforeAfter } from './before-after';

const kindWords = { added: 'is new', removed: 'is no longer made', changed: '' };
const shownValues = 10;

/** How the plan on this page differs from the one that was about to be created. */
export function PlanChanges({
  before,
  after,
}: {
  before: readonly PlanObject[];
  after: readonly PlanObject[];
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that asked for the new plan is gone.
    place.current?.focus();
  }, []);
  const changes = diffPlans(before, after);
  return (
    <div ref={place} tabIndex={-1} className="scroll-mt-24 outline-none">
      <Notice
        tone="info"
        announce="status"
        headingLevel={2}
        title={
          changes.length === 0
            ? 'This is the plan as it is now'
            : `The plan has changed: ${formatPlural(changes.length, 'object')}`
        }
      >
        <ul className="mt-1 flex flex-col gap-2">
          {changes.map(({ key, title, name, kind, values }) => (
            <li key={key} className="min-w-0">
              <p>
                <span className="font-medium">{title}</span> <bdi className="break-words">{name}</bdi>{' '}
                {kindWords[kind]}
              </p>
              {values.length > 0 && (
                <ul className="mt-0.5 flex flex-col gap-0.5 ps-4">
                  {values.slice(0, shownValues).map(({ path, before: was, after: is }) => (
                    <li key={path} className="min-w-0">
                      <BeforeAfter name={path} isPath before={was} after={is} />
                    </li>
                  ))}
                  {values.length > shownValues && <li>And {values.length - shownValues} more values.</li>}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
