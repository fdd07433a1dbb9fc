'use client';

import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import type { OnboardingSummary } from '@/lib/home/home-view';
import { onboardingStatuses } from '@/lib/home/home-view';
import { OnboardingList } from './onboarding-list';

/** What is under way, most urgent first; what is done is folded away. */
export function OnboardingsCard({
  onboardings,
  canEdit,
}: {
  onboardings: readonly OnboardingSummary[];
  canEdit: boolean;
}) {
  const open = onboardings
    .filter(({ status }) => status !== 'created')
    .toSorted(
      (a, b) =>
        onboardingStatuses.indexOf(a.status) - onboardingStatuses.indexOf(b.status) ||
        b.changedAtMs - a.changedAtMs,
    );
  const created = onboardings
    .filter(({ status }) => status === 'created')
    .toSorted((a, b) => b.changedAtMs - a.changedAtMs);
  return (
    <Card title="Onboardings" description={describe(open)} isFlush>
      {open.length === 0 ? (
        <p className="px-4 pb-4 text-text-muted sm:px-5">Everything that was started is created.</p>
      ) : (
        <OnboardingList onboardings={open} canEdit={canEdit} />
      )}
      {created.length > 0 && (
        <Disclosure title={`Created (${created.length})`} className="border-t border-line px-3 py-1">
          <div className="-ms-7 -me-3 -mb-3">
            <OnboardingList onboardings={created} canEdit={canEdit} />
          </div>
        </Disclosure>
      )}
    </Card>
  );
}

function describe(open: readonly OnboardingSummary[]): string {
  const waiting = open.filter(({ status }) => status === 'needs-you').length;
  const count = `${open.length} not finished yet`;
  if (open.length === 0) return 'None is open';
  return waiting === 0 ? count : `${count}, ${waiting} of them ${waiting === 1 ? 'needs' : 'need'} you`;
}
