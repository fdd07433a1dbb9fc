import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { OnboardingId } from '@/lib/ids';
import { mapPath, onboardingStepPath } from '@/lib/paths';
import type { PlanProblem } from '@/lib/plan/find-problems';
import { stepTitles } from '@/lib/wizard/steps';
import type { PathFacts } from './review-view';

/** What keeps the draft from being created, each with the way to the step and the path that settles it. */
export function ProblemList({
  onboardingId,
  problems,
  paths,
}: {
  onboardingId: OnboardingId;
  problems: readonly PlanProblem[];
  paths: readonly PathFacts[];
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
        {problems.map(({ step, sentence, resourcePath }) => {
          const title = paths.find((path) => path.resourcePath === resourcePath)?.title;
          const place = paths.length > 1 && title !== undefined ? title : undefined;
          return (
            <li key={`${step}:${resourcePath ?? ''}:${sentence}`}>
              {place && <span className="font-medium">{place}: </span>}
              {sentence}{' '}
              <TextLink
                href={
                  step === 'map' && place !== undefined
                    ? mapPath(onboardingId, resourcePath)
                    : onboardingStepPath(onboardingId, step)
                }
                {...(place && { 'aria-label': `Go to ${stepTitles[step]}: ${place.toLowerCase()}` })}
              >
                Go to {stepTitles[step]}
              </TextLink>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
