import { Notice } from '@/components/ui/notice';
import type { ConnectCheck } from '@/lib/wizard/connect-check';
import { CheckList, tellingChecks } from './check-list';

/** Why a credential or an account was not taken, with what to do about each check that failed. */
export function RefusedNotice({
  title,
  consequence,
  checks,
}: {
  title: string;
  /** What this means for what was there before. */
  consequence: string;
  checks: readonly ConnectCheck[];
}) {
  return (
    <Notice tone="negative" announce="alert" headingLevel={2} title={title}>
      <p>{consequence}</p>
      <CheckList checks={tellingChecks(checks)} />
    </Notice>
  );
}
