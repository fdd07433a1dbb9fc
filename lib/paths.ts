import type { BaseConnectionId, DataflowId, OnboardingId } from '@/lib/ids';
import type { Step } from '@/lib/wizard/steps';

/** Home: onboardings, dataflows with their health, expiring credentials. */
export function homePath(): '/' {
  return '/';
}

/** Our sign-in page; `callbackUrl` is where it goes on afterwards, a path of this app. */
export function signInPath(callbackUrl?: string): '/sign-in' | `/sign-in?callbackUrl=${string}` {
  return callbackUrl === undefined ? '/sign-in' : `/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`;
}

/** The choice of a source for a new onboarding. */
export function newOnboardingPath(): '/onboardings/new' {
  return '/onboardings/new';
}

/** One step of an onboarding. */
export function onboardingStepPath<Name extends Step>(
  onboardingId: OnboardingId,
  step: Name,
): `/onboardings/${string}/${Name}` {
  return `/onboardings/${encodeURIComponent(onboardingId)}/${step}`;
}

/** The mapping of one resource path; without one the wizard finds the first that is open. */
export function mapPath(
  onboardingId: OnboardingId,
  resourcePath: string | undefined,
): `/onboardings/${string}` {
  const step = onboardingStepPath(onboardingId, 'map');
  return resourcePath === undefined || resourcePath === ''
    ? step
    : `${step}?path=${encodeURIComponent(resourcePath)}`;
}

/** The list of dataflows. */
export function dataflowsPath(): '/dataflows' {
  return '/dataflows';
}

/** One dataflow: health, schedule, flow runs. */
export function dataflowPath(dataflowId: DataflowId): `/dataflows/${string}` {
  return `/dataflows/${encodeURIComponent(dataflowId)}`;
}

/** The list of accounts. */
export function accountsPath(): '/accounts' {
  return '/accounts';
}

/** One account. */
export function accountPath(baseConnectionId: BaseConnectionId): `/accounts/${string}` {
  return `/accounts/${encodeURIComponent(baseConnectionId)}`;
}

/** What the mapping editor learned from, and how good it was. */
export function suggestionSettingsPath(): '/settings/suggestions' {
  return '/settings/suggestions';
}

/** Tokens of the HTTP API; for owners. */
export function tokenSettingsPath(): '/settings/tokens' {
  return '/settings/tokens';
}

/** GET: newest flow runs and health of a dataflow, for polling. */
export function dataflowRunsApiPath(dataflowId: DataflowId): `/api/dataflows/${string}/runs` {
  return `/api/dataflows/${encodeURIComponent(dataflowId)}/runs`;
}
