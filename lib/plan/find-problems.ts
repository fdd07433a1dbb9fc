import { checkSchedule } from '@/lib/schedule/check-schedule';
import { findSource } from '@/lib/sources/sources';
import type { Draft } from '@/lib/wizard/draft';
import type { Step } from '@/lib/wizard/steps';
import { findSharedProblems } from './find-shared-problems';

export type PlanProblem = {
  step: Step;
  sentence: string;
  /** Where the step has one part for each resource path. */
  resourcePath?: string;
};

/** What keeps a draft from becoming a plan, each with the step that settles it. `nowSeconds` is epoch seconds. */
export function findProblems(draft: Draft, nowSeconds: number): PlanProblem[] {
  const source = findSource(draft.sourceId);
  if (!source)
    return [{ step: 'connect', sentence: 'This source is no longer offered. Start a new onboarding.' }];
  const problems: PlanProblem[] = [];
  if (!draft.connect) problems.push({ step: 'connect', sentence: `Connect a ${source.title} account.` });
  if (draft.paths.length === 0) problems.push({ step: 'data', sentence: 'Choose the data to bring in.' });
  for (const { resourcePath, target, mapping } of draft.paths) {
    if (!target) problems.push({ step: 'map', resourcePath, sentence: 'Choose where the records go.' });
    if (!mapping || mapping.state.mappings.length === 0) {
      problems.push({ step: 'map', resourcePath, sentence: 'Map at least one field.' });
    }
  }
  problems.push(...findSharedProblems(draft));
  if (!draft.schedule) {
    problems.push({ step: 'schedule', sentence: 'Choose when it runs.' });
  } else {
    const { interval, startTime } = checkSchedule(source, draft.schedule, nowSeconds);
    for (const sentence of [interval, startTime]) if (sentence) problems.push({ step: 'schedule', sentence });
  }
  return problems;
}
