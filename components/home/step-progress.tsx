import clsx from 'clsx';
import { type Step, steps, stepTitles } from '@/lib/wizard/steps';

/** How far an onboarding has come: five marks, and the same in words. */
export function StepProgress({ stepsDone, step }: { stepsDone: number; step: Step }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <span aria-hidden className="inline-flex gap-1">
        {steps.map((name, index) => (
          <span
            key={name}
            className={clsx(
              'h-1.5 w-4 rounded-full forced-colors:border',
              index < stepsDone
                ? 'bg-accent forced-colors:bg-[Highlight]'
                : name === step
                  ? 'border border-accent bg-accent-soft'
                  : 'bg-surface-pressed',
            )}
          />
        ))}
      </span>
      <span className="text-sm text-text-muted">
        Step {steps.indexOf(step) + 1} of {steps.length}, {stepTitles[step]}
      </span>
    </span>
  );
}
