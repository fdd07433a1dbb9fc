import { ProgressList, type ProgressState } from '@/components/ui/progress-list';
import type { CheckOutcome, ConnectCheck } from '@/lib/wizard/connect-check';

const looks: Record<CheckOutcome, { state: ProgressState; words: string }> = {
  ok: { state: 'done', words: 'Passed' },
  advice: { state: 'attention', words: 'Worth knowing' },
  refused: { state: 'failed', words: 'Refused' },
  unknown: { state: 'unknown', words: 'Not known yet' },
};

/**
 * The checks that say why something cannot be used. While the source or the credential itself is the reason, nothing can
 * be read, and a row for each kind of data would only repeat that.
 */
export function tellingChecks(checks: readonly ConnectCheck[]): readonly ConnectCheck[] {
  const failed = checks.filter(({ outcome }) => outcome !== 'ok');
  const essential = failed.filter(({ id }) => id === 'reachable' || id === 'credential');
  return essential.length > 0 ? essential : failed;
}

/** Named checks of a credential, each with its own outcome, one sentence, and one action when it is not green. */
export function CheckList({ checks }: { checks: readonly ConnectCheck[] }) {
  return (
    <ProgressList
      label="Checks of the credential"
      items={checks.map((check) => ({
        id: check.id,
        title: check.title,
        state: looks[check.outcome].state,
        stateText: looks[check.outcome].words,
        detail: check.action ? `${check.sentence} ${check.action}` : check.sentence,
      }))}
    />
  );
}
