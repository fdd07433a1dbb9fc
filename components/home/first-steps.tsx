'use client';

import { Plus } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { newOnboardingPath } from '@/lib/paths';
import { steps, stepTitles } from '@/lib/wizard/steps';

/** The first screen of a new team: what to do, and what will happen. */
export function FirstSteps({ canEdit }: { canEdit: boolean }) {
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      <EmptyState
        title={canEdit ? 'Bring in your first data' : 'No data comes in yet'}
        actions={
          canEdit && (
            <LinkButton
              variant="primary"
              size="large"
              href={newOnboardingPath()}
              icon={<Icon glyph={Plus} />}
            >
              Bring in data
            </LinkButton>
          )
        }
      >
        <p>
          {canEdit
            ? 'Choose a source and have its credential at hand. Five steps later records arrive in a dataset, and this page shows whether they keep arriving.'
            : 'Your role lets you look. As soon as an editor brings in data in these five steps, this page shows how it is going.'}
        </p>
      </EmptyState>
      <ol className="grid gap-px border-t border-line bg-line sm:grid-cols-5">
        {steps.map((step, index) => (
          <li key={step} className="flex items-center gap-3 bg-surface px-4 py-3">
            <span
              aria-hidden
              className="tabular grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent-strong"
            >
              {index + 1}
            </span>
            {stepTitles[step]}
          </li>
        ))}
      </ol>
    </div>
  );
}
