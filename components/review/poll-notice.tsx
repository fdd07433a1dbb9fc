import { askNow, useTellsAbsence } from '@/components/shell/absence';
import { AppErrorNotice } from '@/components/shell/app-error-notice';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { AppError } from '@/lib/app-error';

export type PollNoticeProps = {
  error: AppError;
  isFetching: boolean;
  onRefetch: () => Promise<unknown>;
};

/** Why the page does not know how far creating is at the moment; the last known state stays on screen below it. */
export function PollNotice({ error, isFetching, onRefetch }: PollNoticeProps) {
  const retry = () => void onRefetch();
  if (error.kind !== 'platform-unavailable' || error.cause === 'error') {
    return <AppErrorNotice error={error} announce="status" onRetry={retry} isRetrying={isFetching} />;
  }
  // It is this app that did not answer: of the platform nothing is known.
  return <AbsentApp onRetry={retry} />;
}

function AbsentApp({ onRetry }: { onRetry: () => void }) {
  useTellsAbsence();
  const ask = () => {
    askNow();
    onRetry();
  };
  return (
    <Notice
      tone="caution"
      announce="status"
      headingLevel={2}
      title="No connection to this app at the moment"
      actions={
        <Button size="small" onPress={ask}>
          Ask now
        </Button>
      }
    >
      <p>
        What is shown below is the last that was heard. Creating does not depend on this page, and it is asked
        again by itself.
      </p>
    </Notice>
  );
}
