export type CheckOutcome = 'ok' | 'advice' | 'refused' | 'unknown';

/** One named check of a credential: its own outcome, one sentence, and one action when it is not green. */
export type ConnectCheck = {
  id: string;
  title: string;
  outcome: CheckOutcome;
  sentence: string;
  action?: string;
};

/** Whether the account can be used: nothing essential refused and at least one path readable. */
export function isUsable(checks: readonly ConnectCheck[]): boolean {
  const essential = checks.filter((check) => check.id === 'reachable' || check.id === 'credential');
  const paths = checks.filter((check) => check.id.startsWith('path:'));
  return (
    essential.every((check) => check.outcome !== 'refused') && paths.some((check) => check.outcome === 'ok')
  );
}
