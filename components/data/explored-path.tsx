'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useMemo, useState, useTransition } from 'react';
import { SchemaTree } from '@/components/schema-tree/schema-tree';
import { AppErrorNotice, toAppError } from '@/components/shell/app-error-notice';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Skeleton } from '@/components/ui/skeleton';
import { Spinner } from '@/components/ui/spinner';
import { useExplored } from '@/components/wizard/use-explored';
import type { AppError } from '@/lib/app-error';
import type { OnboardingId } from '@/lib/ids';
import { revealSample } from '@/server/actions/reveal-sample';
import { Sample } from './sample';

/** Values are shown this long, then they are masked again. */
const revealMs = 60_000;

export type ExploredPathProps = {
  onboardingId: OnboardingId;
  resourcePath: string;
  title: string;
  envelopeFields: readonly string[];
  recordRoot: string;
  canReveal: boolean;
};

/** The fields of one resource path as a tree, and a sample of its records, masked until somebody asks. */
export function ExploredPath(props: ExploredPathProps) {
  const { onboardingId, resourcePath, title, envelopeFields, recordRoot, canReveal } = props;
  const explored = useExplored(onboardingId, resourcePath, { staleTime: 60_000 });
  const statistics = useMemo(() => new Map(explored.data?.statistics ?? []), [explored.data]);
  const [revealed, setRevealed] = useState<unknown[]>();
  const [error, setError] = useState<AppError>();
  const [isPending, startTransition] = useTransition();
  useEffect(() => {
    if (!revealed) return;
    const timer = setTimeout(() => setRevealed(undefined), revealMs);
    return () => clearTimeout(timer);
  }, [revealed]);

  if (explored.isPending) {
    return (
      <div className="flex flex-col gap-3">
        <Spinner label={`Reading the fields of ${title.toLowerCase()}`} />
        <Skeleton className="h-96 w-full" />
      </div>
    );
  }
  if (explored.isError) {
    return (
      <AppErrorNotice
        error={toAppError(explored.error)}
        onRetry={() => void explored.refetch()}
        isRetrying={explored.isFetching}
      />
    );
  }

  const handleReveal = () => {
    if (revealed) return setRevealed(undefined);
    startTransition(async () => {
      const result = await revealSample({ onboardingId, resourcePath });
      if (result.ok) setRevealed(result.data.rows);
      else setError(result.error);
    });
  };

  return (
    <div className="grid min-w-0 gap-x-4 gap-y-6 min-[88rem]:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <section aria-label={`Fields of ${title.toLowerCase()}`} className="min-w-0">
        <h2 className="mb-2 text-lg font-semibold">Fields</h2>
        <SchemaTree
          tree={explored.data.schema}
          className="h-[clamp(24rem,calc(100dvh-18rem),44rem)]"
          label={`fields of ${title.toLowerCase()}`}
          hide={envelopeFields}
          statistics={statistics}
          openPaths={[recordRoot]}
        />
      </section>
      <section aria-label={`Sample of ${title.toLowerCase()}`} className="min-w-0">
        <div className="mb-2 flex min-h-8 flex-wrap items-center justify-between gap-2">
          <h2 className="text-lg font-semibold">Sample</h2>
          {explored.data.rows.length > 0 && (
            <Button
              size="small"
              onPress={handleReveal}
              isPending={isPending}
              pendingLabel="Reading"
              icon={<Icon glyph={revealed ? EyeOff : Eye} />}
              disabledReason={canReveal ? undefined : 'Your role sees personal values masked.'}
            >
              {revealed ? 'Mask values' : 'Show values for a minute'}
            </Button>
          )}
        </div>
        {error && <AppErrorNotice error={error} className="mb-2" />}
        <Sample
          rows={revealed ?? explored.data.rows}
          recordRoot={recordRoot}
          isMasked={!revealed}
          title={title}
        />
      </section>
    </div>
  );
}
