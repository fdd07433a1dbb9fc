import type { BaseConnectionId, DataflowId, OnboardingId, SandboxName } from '@/lib/ids';
import type { Step } from '@/lib/wizard/steps';

/** As few as people need: what they call “where is it?”. */
export const onboardingStatuses = ['needs-you', 'creating', 'draft', 'created'] as const;
export type OnboardingStatus = (typeof onboardingStatuses)[number];

/** One line of the task list on the first screen. */
export type OnboardingSummary = {
  id: OnboardingId;
  name: string;
  sourceId: string;
  sandboxName: SandboxName;
  status: OnboardingStatus;
  /** Where the link leads: exactly the place it was left. */
  step: Step;
  /** Steps that are done, 0 to 5. */
  stepsDone: number;
  /** For `needs-you`: one sentence, what the person has to decide or repair. */
  attention?: string;
  /** Those that exist, in the order of the plan, named after the part of the onboarding they belong to. */
  dataflows: readonly { id: DataflowId; title: string }[];
  owner: { name: string; isYou: boolean };
  changedAtMs: number;
};

/** A credential that ends soon or has ended. */
export type ExpiringCredential = {
  baseConnectionId: BaseConnectionId;
  accountName: string;
  sourceId: string;
  expiresAtMs: number;
  dataflowCount: number;
};

export type ExpiryUrgency = 'expired' | 'last-day' | 'last-week' | 'last-month';

const dayMs = 86_400_000;

/** How urgent an expiry is at 30, 7 and 1 days ahead, or undefined while it is further away. */
export function expiryUrgency(expiresAtMs: number, nowMs: number): ExpiryUrgency | undefined {
  const leftMs = expiresAtMs - nowMs;
  if (leftMs <= 0) return 'expired';
  if (leftMs <= dayMs) return 'last-day';
  if (leftMs <= 7 * dayMs) return 'last-week';
  if (leftMs <= 30 * dayMs) return 'last-month';
  return undefined;
}
