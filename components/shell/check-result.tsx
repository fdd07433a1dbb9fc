'use client';

import { Disclosure } from '@/components/ui/disclosure';
import { formatPlural } from '@/lib/format/numbers';
import type { ConnectCheck } from '@/lib/wizard/connect-check';
import { CheckList } from './check-list';

/** What the checks of a credential that can be used found: open where there is something to know, folded where not. */
export function CheckResult({ checks }: { checks: readonly ConnectCheck[] }) {
  const notable = checks.filter(({ outcome }) => outcome !== 'ok');
  const passed = checks.length - notable.length;
  return (
    <div className="flex flex-col gap-1">
      {notable.length > 0 && <CheckList checks={notable} />}
      {passed > 0 && (
        <Disclosure
          title={
            notable.length === 0
              ? `All ${formatPlural(passed, 'check')} passed`
              : `${formatPlural(passed, 'check')} passed`
          }
          className="-ms-1"
        >
          <CheckList checks={checks.filter(({ outcome }) => outcome === 'ok')} />
        </Disclosure>
      )}
    </div>
  );
}
