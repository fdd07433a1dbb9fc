'use client';

import clsx from 'clsx';
import { Check } from 'lucide-react';
import { Link } from 'react-aria-components';
import type { OnboardingId } from '@/lib/ids';
import { onboardingStepPath } from '@/lib/paths';
import { type Step, steps, stepTitles } from '@/lib/wizard/steps';

export type StepRailProps = {
  onboardingId: OnboardingId;
  current: Step;
  done: readonly Step[];
  open: readonly Step[];
};

/** The five steps; going back is never blocked, and a step that cannot be entered yet says so. */
export function StepRail({ onboardingId, current, done, open }: StepRailProps) {
  return (
    <nav aria-label="Steps" className="scroll-shadow-x relative fills-window:hidden">
      <ol className="flex min-w-max gap-1 sm:gap-2">
        {steps.map((step, index) => {
          const isCurrent = step === current;
          const isDone = done.includes(step);
          const content = (
            <>
              <span
                aria-hidden
                className={clsx(
                  'grid size-6 shrink-0 place-items-center rounded-full border text-sm font-semibold tabular',
                  isCurrent && 'border-accent bg-accent text-on-accent',
                  !isCurrent && isDone && 'border-accent text-accent',
                  !isCurrent && !isDone && 'border-line-strong text-text-muted',
                )}
              >
                {isDone && !isCurrent ? <Check size={14} strokeWidth={2.5} /> : index + 1}
              </span>
              {/* On a phone only the present step is named for the eye: all five fit without scrolling. */}
              <span className={isCurrent ? 'font-semibold' : 'max-sm:sr-only'}>{stepTitles[step]}</span>
              <span className="sr-only">{isDone ? '(done)' : ''}</span>
            </>
          );
          const shape = 'relative flex items-center gap-2 rounded-md px-1 py-1.5 whitespace-nowrap sm:px-2';
          return (
            <li key={step} className="flex items-center">
              {open.includes(step) ? (
                <Link
                  href={onboardingStepPath(onboardingId, step)}
                  {...(isCurrent && { 'aria-current': 'step' as const })}
                  className={clsx(shape, 'focus-ring text-text hover:bg-surface-hover')}
                >
                  {content}
                </Link>
              ) : (
                <span
                  aria-disabled
                  className={clsx(shape, 'text-text-muted')}
                  title="Finish the steps before it first"
                >
                  {content}
                </span>
              )}
              {index < steps.length - 1 && (
                <span aria-hidden className="h-px w-3 bg-line-strong sm:w-6 forced-colors:bg-[CanvasText]" />
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
