'use client';

import { ChevronRight } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { AppErrorNotice } from '@/components/shell/app-error-notice';
import { SourceTile } from '@/components/shell/source-tile';
import { BaseButton } from '@/components/ui/base-button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { Spinner } from '@/components/ui/spinner';
import type { AppError } from '@/lib/app-error';
import { onboardingStepPath } from '@/lib/paths';
import { sources } from '@/lib/sources/sources';
import { startOnboarding } from '@/server/actions/start-onboarding';

/** Every source; a press starts an onboarding and leads to its first step. */
export function SourceCards({ mayStart }: { mayStart: boolean }) {
  const router = useRouter();
  const [error, setError] = useState<AppError | undefined>();
  const [chosenId, setChosenId] = useState<string | undefined>();
  const [isPending, startTransition] = useTransition();
  const start = (sourceId: string) => {
    setChosenId(sourceId);
    startTransition(async () => {
      const result = await startOnboarding({ sourceId });
      if (result.ok) router.push(onboardingStepPath(result.data.onboardingId, 'connect') as Route);
      else setError(result.error);
    });
  };
  if (!mayStart) {
    return (
      <Notice tone="info" title="Your role only lets you look">
        Ask an owner of this workspace to make you an editor, then come back here.
      </Notice>
    );
  }
  return (
    <>
      {error && !isPending && <AppErrorNotice error={error} className="mb-4" />}
      <ul className="grid gap-4 sm:grid-cols-2">
        {sources.map((source) => (
          <li key={source.id}>
            <BaseButton
              onPress={() => {
                if (!isPending) start(source.id);
              }}
              {...(isPending && { 'aria-disabled': 'true' as const })}
              className="focus-ring group flex h-full w-full items-start gap-4 rounded-lg border border-line bg-surface p-5 text-start transition-colors hover:border-accent pressed:bg-surface-hover"
            >
              <SourceTile title={source.title} size="large" />
              <span className="min-w-0 flex-1">
                <span className="block text-sm text-text-muted">{source.category}</span>
                <span className="block text-xl font-semibold">{source.title}</span>
                <span className="mt-1 block text-text-muted">{source.summary}</span>
                {isPending && chosenId === source.id && <Spinner label="Starting" className="mt-2" />}
              </span>
              <Icon
                glyph={ChevronRight}
                size={20}
                isDirectional
                className="mt-1 text-text-muted group-hover:text-accent"
              />
            </BaseButton>
          </li>
        ))}
      </ul>
    </>
  );
}
