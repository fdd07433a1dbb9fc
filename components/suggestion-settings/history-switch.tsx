'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { AppErrorNotice } from '@/components/shell/app-error-notice';
import { Checkbox } from '@/components/ui/checkbox';
import { useAnnounce } from '@/components/ui/live-region';
import type { AppError } from '@/lib/app-error';
import { setSuggestionHistory } from '@/server/actions/set-suggestion-history';

/** Switches a person's own history on and off. */
export function HistorySwitch({ isOn }: { isOn: boolean }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [wanted, setWanted] = useState(isOn);
  const [error, setError] = useState<AppError>();
  const [isPending, startTransition] = useTransition();

  const handleChange = (next: boolean) => {
    setWanted(next);
    setError(undefined);
    startTransition(async () => {
      const result = await setSuggestionHistory({ isOn: next });
      if (!result.ok) {
        setWanted(!next);
        setError(result.error);
        return;
      }
      announce(next ? 'Your history is on.' : 'Your history is off.');
      router.refresh();
    });
  };

  return (
    <>
      <Checkbox
        isSelected={wanted}
        onChange={handleChange}
        isDisabled={isPending}
        description="When it is off, nothing of yours is added or used, and you get no suggestions from what others mapped. What is listed below stays until you delete it."
      >
        Learn from what I map
      </Checkbox>
      {error && <AppErrorNotice error={error} className="mt-3" />}
    </>
  );
}
