'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { askNow, useIsAbsent } from './absence';

/** Says why a page that was asked for does not come, for as long as that is so. */
export function AbsenceNotice() {
  if (!useIsAbsent()) return null;
  return (
    // Above the footer of a step, which stays in view.
    <div className="pointer-events-none fixed inset-x-0 bottom-0 z-40 flex justify-center px-4 pb-20">
      <Notice
        tone="caution"
        announce="status"
        title="Waiting for this app"
        className="pointer-events-auto w-full max-w-xl shadow-overlay"
        actions={
          <Button size="small" onPress={askNow}>
            Ask now
          </Button>
        }
      >
        <p>It does not answer at the moment. It is asked again by itself, and the page then goes on.</p>
      </Notice>
    </div>
  );
}
