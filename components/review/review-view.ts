import type { OnboardingId, SandboxName } from '@/lib/ids';
import type { FieldMapping } from '@/lib/mapping/mapping';
import type { PlanProblem } from '@/lib/plan/find-problems';
import type { PlanObject } from '@/lib/plan/plan';
import type { PlanFact } from '@/lib/plan/plan-facts';
import type { Schedule } from '@/lib/schedule/schedule';
import type { Target } from '@/lib/wizard/draft';

/** What was decided for one resource path; a part that is missing is null. */
export type PathFacts = {
  resourcePath: string;
  title: string;
  target: Target | null;
  mappings: readonly FieldMapping[];
};

/** The decisions of the draft as Review shows them; a part that is missing is null. */
export type ReviewFacts = {
  sourceTitle: string;
  accountName: string | null;
  /** The same, when this onboarding has made the account and nothing else has chosen it. */
  ownAccountName: string | null;
  mode: 'test' | 'live' | undefined;
  paths: readonly PathFacts[];
  schedule: Schedule | null;
};

export type ReviewedPlan = {
  objects: readonly PlanObject[];
  hash: string;
  /** What it stands on outside the draft: Create refuses when one of them has moved. */
  facts: readonly PlanFact[];
};

/** What the page knows when it is first painted. */
export type ReviewView = {
  onboardingId: OnboardingId;
  sourceId: string;
  name: string;
  sandboxName: SandboxName;
  /** Of the gateway, for the cURL commands. */
  baseUrl: string;
  facts: ReviewFacts;
  /** Undefined while problems, or an unreachable platform, keep the draft from becoming one. */
  plan: ReviewedPlan | undefined;
  problems: readonly PlanProblem[];
};
