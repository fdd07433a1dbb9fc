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
import { Tabs } from '@/components/ui/tabs';
import { SaveStatus, SaveTrouble } from '@/components/wizard/save-status';
import { StepFooter } from '@/components/wizard/step-footer';
import { useAutosave } from '@/components/wizard/use-autosave';
import type { OnboardingId } from '@/lib/ids';
import { onboardingStepPath } from '@/lib/paths';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { findSource } from '@/lib/sources/sources';
import { type PathSummary, pathTitle } from '@/lib/wizard/path-summary';
import { readPathsReply } from '@/lib/wizard/replies';
import { chooseData } from '@/server/actions/choose-data';
import { ExploredPath } from './explored-path';
import { isUnreadable, PathList } from './path-list';
import { TakeOutDialog } from './take-out-dialog';
import { useChosenPaths } from './use-chosen-paths';

export type DataStepProps = {
  onboardingId: OnboardingId;
  sourceId: string;
  /** The paths that the draft brings in, and those set aside in it. */
  chosen: readonly PathSummary[];
  setAside: readonly PathSummary[];
  canEdit: boolean;
  canReveal: boolean;
};

/** Which data comes in: the resource paths of the source on the left, fields and sample of the chosen ones beside them. */
export function DataStep({ sourceId, ...props }: DataStepProps) {
  const source = findSource(sourceId);
  return source ? <DataChooser source={source} {...props} /> : null;
}

function DataChooser({
  source,
  onboardingId,
  chosen,
  setAside,
  canEdit,
  canReveal,
}: Omit<DataStepProps, 'sourceId'> & { source: SourceDefinition }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [hasTriedToLeave, setTriedToLeave] = useState(false);
  const autosave = useAutosave<readonly string[]>((resourcePaths, expectedVersion) =>
    chooseData({ onboardingId, expectedVersion, resourcePaths: [...resourcePaths] }),
  );
  const [only, ...others] = source.resourcePaths;
  const single = others.length === 0 ? only?.path : undefined;
  const worked = [...chosen, ...setAside].filter(({ hasWork }) => hasWork);
  const { selected, shown, show, choose, asked, answer, takenOut, bringBack } = useChosenPaths({
    order: source.resourcePaths.map(({ path }) => path),
    saved: single === undefined ? chosen.map(({ resourcePath }) => resourcePath) : [single],
    worked,
    onChange: (paths) => canEdit && autosave.schedule(paths),
  });
  const paths = useQuery({
    queryKey: ['paths', onboardingId],
    queryFn: ({ signal }) => readJson(`/api/onboardings/${onboardingId}/paths`, readPathsReply, signal),
    staleTime: 60_000,
  });
  const statusOf = (path: string) => paths.data?.paths.find((candidate) => candidate.path === path);
  const titleOf = (path: string) => pathTitle(source.id, path);
  const unreadable = selected.filter((path) => {
    const status = statusOf(path);
    return status !== undefined && isUnreadable(status);
  });

  const disabledReason = () => {
    if (!canEdit && chosen.length === 0) {
      return 'Nothing has been chosen yet. Ask an editor or an owner to choose what to bring in.';
    }
    if (!canEdit) return undefined;
    const [first] = selected;
    if (first === undefined) return 'Choose what to bring in first.';
    const [lost] = unreadable;
    if (lost === undefined) return undefined;
    return selected.length === 1
      ? 'This credential may not read it. Choose something else, or connect another account.'
      : `This credential may not read ${titleOf(lost).toLowerCase()}. Take it out, or connect another account.`;
  };

  // Beside the fields that cannot be read stands why: it is said here only when nothing else says it.
  const { state } = autosave;
  const isToldHere =
    hasTriedToLeave ||
    state.kind === 'conflict' ||
    (state.kind === 'failed' && state.error.kind === 'signed-out');
  const handleContinue = () => {
    setTriedToLeave(false);
    startTransition(async () => {
      if (canEdit) {
        // Also when nothing was changed here: another account may show other fields.
        autosave.schedule(selected);
        if (!(await autosave.flush())) return setTriedToLeave(true);
      }
      router.push(onboardingStepPath(onboardingId, 'map') as Route);
    });
  };

  const exploredPath = (path: string) =>
    unreadable.includes(path) ? (
      <Placeholder>This credential may not read it, so there are no fields to show.</Placeholder>
    ) : (
      <ExploredPath
        key={path}
        onboardingId={onboardingId}
        resourcePath={path}
        title={titleOf(path)}
        envelopeFields={source.envelopeFields}
        recordRoot={source.recordRoot}
        canReveal={canReveal}
      />
    );

  return (
    <>
      {!canEdit && (
        <Notice tone="info" title="Your role can look, not choose">
          <p>Fields and samples are open to you. What you select here is not saved.</p>
        </Notice>
      )}
      {isToldHere && (
        <SaveTrouble
          state={state}
          onboardingId={onboardingId}
          onSaveAgain={() => void autosave.flush()}
          onKeepMine={(version) => void autosave.keepMine(version)}
        />
      )}
      {hasTriedToLeave && state.kind === 'retrying' && (
        <AppErrorNotice error={state.error} onRetry={handleContinue} isRetrying={isPending} />
      )}
      {takenOut && (
        <Notice
          tone="info"
          title={`Taken out: ${takenOut.title.toLowerCase()}`}
          actions={
            <Button size="small" onPress={bringBack}>
              Undo
            </Button>
          }
        >
          <p>What was mapped is set aside in this draft and comes back when it is chosen again.</p>
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
          {paths.data && (
            <PathList paths={paths.data.paths} value={selected} worked={worked} onChange={choose} />
          )}
        </div>
        <div className="min-w-0">
          {shown === undefined && (
            <Placeholder>Choose what to bring in to see its fields and a sample.</Placeholder>
          )}
          {shown !== undefined && selected.length === 1 && exploredPath(shown)}
          {shown !== undefined && selected.length > 1 && (
            <Tabs
              label="Fields and sample of"
              selectedTab={shown}
              onChange={show}
              tabs={selected.map((path) => ({
                id: path,
                label: titleOf(path),
                content: exploredPath(path),
              }))}
            />
          )}
        </div>
      </div>
      <TakeOutDialog path={asked} onKeep={() => answer(false)} onTakeOut={() => answer(true)} />
      <StepFooter
        onboardingId={onboardingId}
        step="data"
        status={
          canEdit && (
            <>
              <SaveStatus state={state} />
              {state.kind === 'failed' && !isToldHere && (
                <Button size="small" onPress={() => void autosave.flush()}>
                  Save again
                </Button>
              )}
            </>
          )
        }
      >
        <Button
          variant="primary"
          onPress={handleContinue}
          isPending={isPending}
          pendingLabel="Reading the fields"
          disabledReason={disabledReason()}
        >
          {canEdit ? mapWords(selected.map(titleOf)) : 'Map'}
        </Button>
      </StepFooter>
    </>
  );
}

/** "Map charges", "Map charges and 2 more". */
function mapWords([first, ...more]: readonly string[]): string {
  if (first === undefined) return 'Map';
  return `Map ${first.toLowerCase()}${more.length > 0 ? ` and ${more.length} more` : ''}`;
}

function Placeholder({ children }: { children: string }) {
  return (
    <p className="rounded-lg border border-dashed border-line-strong p-8 text-center text-text-muted">
      {children}
    </p>
  );
}
