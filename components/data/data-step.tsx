'use client';

import { useQuery } from '@tanstack/react-query';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { AppErrorNotice, toAppError } from '@/components/shell/app-error-notice';
import { readJson } from '@/components/shell/read-json';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { Spinner } from '@/components/ui/spinner';
import { advanceVersion, useDraftVersion } from '@/components/wizard/draft-version';
import { StepFooter } from '@/components/wizard/step-footer';
import type { AppError } from '@/lib/app-error';
import type { OnboardingId } from '@/lib/ids';
import { onboardingStepPath } from '@/lib/paths';
import { findSource } from '@/lib/sources/sources';
import { pathsReply } from '@/lib/wizard/replies';
import { chooseData } from '@/server/actions/choose-data';
import { ExploredPath } from './explored-path';
import { PathList } from './path-list';

export type DataStepProps = {
  onboardingId: OnboardingId;
  sourceId: string;
  /** The path that the draft has, null before the first choice. */
  chosen: string | null;
  hasMappings: boolean;
  canEdit: boolean;
  canReveal: boolean;
};

/** Which data comes in: the resource paths of the source on the left, fields and sample of the chosen one beside them. */
export function DataStep({ onboardingId, sourceId, chosen, hasMappings, canEdit, canReveal }: DataStepProps) {
  const source = findSource(sourceId);
  const router = useRouter();
  const version = useDraftVersion();
  const only = source?.resourcePaths.length === 1 ? source.resourcePaths[0]?.path : undefined;
  const [path, setPath] = useState<string | null>(chosen ?? only ?? null);
  const [error, setError] = useState<AppError>();
  const [isPending, startTransition] = useTransition();
  const paths = useQuery({
    queryKey: ['paths', onboardingId],
    queryFn: ({ signal }) => readJson(`/api/onboardings/${onboardingId}/paths`, pathsReply, signal),
    staleTime: 60_000,
  });
  if (!source) return null;
  const resource = source.resourcePaths.find((candidate) => candidate.path === path);
  const status = paths.data?.paths.find((candidate) => candidate.path === path);
  const isUnreadable =
    status !== undefined && status.outcome !== 'readable' && status.outcome !== 'unanswered';

  const disabledReason = () => {
    if (!canEdit && chosen === null) {
      return 'Nothing has been chosen yet. Ask an editor or an owner to choose what to bring in.';
    }
    if (!canEdit) return undefined;
    if (path === null) return 'Choose what to bring in first.';
    return isUnreadable
      ? 'This credential may not read it. Choose something else, or connect another account.'
      : undefined;
  };

  const handleContinue = () => {
    if (path === null) return;
    setError(undefined);
    startTransition(async () => {
      if (canEdit) {
        const result = await chooseData({
          onboardingId,
          expectedVersion: version.current,
          resourcePaths: [path],
        });
        if (!result.ok) return setError(result.error);
        advanceVersion(version, result.data.version);
      }
      router.push(onboardingStepPath(onboardingId, 'map') as Route);
    });
  };

  return (
    <>
      {!canEdit && (
        <Notice tone="info" title="Your role can look, not choose">
          <p>Fields and samples are open to you. What you select here is not saved.</p>
        </Notice>
      )}
      <div className="grid min-w-0 gap-6 lg:grid-cols-[16rem_minmax(0,1fr)] xl:grid-cols-[18rem_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-3">
          {paths.isPending && (
            <div className="flex flex-col gap-2">
              <Spinner label={`Asking ${source.title} what this credential may read`} />
              {source.resourcePaths.map(({ path: key }) => (
                <Skeleton key={key} className="h-16 w-full" />
              ))}
            </div>
          )}
          {paths.isError && (
            <AppErrorNotice
              error={toAppError(paths.error)}
              onRetry={() => void paths.refetch()}
              isRetrying={paths.isFetching}
            />
          )}
          {paths.data && <PathList paths={paths.data.paths} value={path} onChange={setPath} />}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {error && <AppErrorNotice error={error} onRetry={handleContinue} isRetrying={isPending} />}
          {path === null || isUnreadable ? (
            <p className="rounded-lg border border-dashed border-line-strong p-8 text-center text-text-muted">
              {isUnreadable
                ? 'This credential may not read it, so there are no fields to show.'
                : 'Choose what to bring in to see its fields and a sample.'}
            </p>
          ) : (
            <ExploredPath
              key={path}
              onboardingId={onboardingId}
              resourcePath={path}
              title={resource?.title ?? path}
              envelopeFields={source.envelopeFields}
              recordRoot={source.recordRoot}
              canReveal={canReveal}
            />
          )}
        </div>
      </div>
      <StepFooter
        onboardingId={onboardingId}
        step="data"
        status={
          canEdit && hasMappings && chosen !== null && path !== chosen ? (
            <p className="text-sm text-caution-strong">
              Going on starts the mapping anew: its fields belong to another resource.
            </p>
          ) : undefined
        }
      >
        <Button
          variant="primary"
          onPress={handleContinue}
          isPending={isPending}
          pendingLabel="Reading its fields"
          disabledReason={disabledReason()}
        >
          {resource && canEdit ? `Map ${resource.title.toLowerCase()}` : 'Map'}
        </Button>
      </StepFooter>
    </>
  );
}
