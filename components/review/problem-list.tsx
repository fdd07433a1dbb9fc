import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { OnboardingId } from '@/lib/ids';
import { onboardingStepPath } from '@/lib/paths';
import type { PlanProblem } from '@/lib/plan/find-problems';
import { stepTitles } from '@/lib/wizard/steps';

/** What keeps the draft from being created, each with the way to the step that settles it. */
export function ProblemList({
  onboardingId,
  problems,
}: {
  onboardingId: OnboardingId;
  problems: readonly PlanProblem[];
}) {
  return (
    <Notice
      tone="negative"
      headingLevel={2}
      title={
        problems.length === 1 ? 'One thing to settle first' : `${problems.length} things to settle first`
      }
    >
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {problems.map(({ step, sentence }) => (
          <li key={`${step}:${sentence}`}>
            {sentence}{' '}
            <TextLink href={onboardingStepPath(onboardingId, step)}>Go to {stepTitles[step]}</TextLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
