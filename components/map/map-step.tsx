'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import clsx from 'clsx';
import type { Route } from 'next';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useMemo, useState, useTransition } from 'react';
import { AppErrorNotice, toAppError } from '@/components/shell/app-error-notice';
import { readJson } from '@/components/shell/read-json';
import { Button } from '@/components/ui/button';
import { useAnnounce } from '@/components/ui/live-region';
import { Skeleton } from '@/components/ui/skeleton';
import { Spinner } from '@/components/ui/spinner';
import { advanceVersion, useDraftVersion } from '@/components/wizard/draft-version';
import { SaveStatus, SaveTrouble } from '@/components/wizard/save-status';
import { StepFooter } from '@/components/wizard/step-footer';
import { useAutosave } from '@/components/wizard/use-autosave';
import type { AppError } from '@/lib/app-error';
import { compressText } from '@/lib/compressed-text';
import { formatPlural } from '@/lib/format/numbers';
import type { OnboardingId } from '@/lib/ids';
import type { NewFieldMapping } from '@/lib/mapping/commands';
import { goneSources } from '@/lib/mapping/gone-sources';
import { doCommand } from '@/lib/mapping/history';
import { emptyMappingHistory, type MappingHistory } from '@/lib/mapping/mapping';
import { tenantRootOf } from '@/lib/mapping/preset';
import { currentRowErrors } from '@/lib/mapping/preview-errors';
import { packHistory, type StoredHistory, unpackHistory } from '@/lib/mapping/stored-history';
import { mapPath, onboardingStepPath } from '@/lib/paths';
import { isJsonObject, type JsonSchemaNode } from '@/lib/schema/json-schema';
import { findSource } from '@/lib/sources/sources';
import { moveMappings } from '@/lib/target/move-design';
import { proposeMappings } from '@/lib/target/propose-mappings';
import type { NewTarget, Target } from '@/lib/wizard/draft';
import { type PathSummary, pathTitle } from '@/lib/wizard/path-summary';
import { nextOpenPath } from '@/lib/wizard/progress';
import { readExploredReply, readSuggestionHistoryReply, readTargetReply } from '@/lib/wizard/replies';
import { readFieldsAgain } from '@/server/actions/read-fields-again';
import { saveMapping } from '@/server/actions/save-mapping';
import { createMappingId } from './create-mapping-id';
import { MappingEditor } from './mapping-editor';
import { announceArrival, PathSwitcher } from './path-switcher';
import { PreviewPanel } from './preview/preview-panel';
import { useLocalPreview } from './preview/use-local-preview';
import { usePlatformPreview } from './preview/use-platform-preview';
import { useRevealedSample } from './preview/use-revealed-sample';
import { SourceDrift } from './source-drift';
import { IdentityAction } from './target/identity-action';
import { TargetBar } from './target-bar';
import { UnsentBar } from './unsent-bar';
import { useTargetView } from './use-target-view';
import { useUnsentMapping } from './use-unsent-mapping';

// Opened by few: the page does not wait for it.
const ConsentDialog = dynamic(
  () => import('./target/consent-dialog').then((module) => module.ConsentDialog),
  { ssr: false },
);

export type MapStepProps = {
  onboardingId: OnboardingId;
  sourceId: string;
  resourcePath: string;
  /** Every path of the onboarding, this one among them. */
  paths: readonly PathSummary[];
  /** Of the draft when the page was made. */
  draftVersion: number;
  sourceSchema: JsonSchemaNode;
  /** When the source showed these fields: a new target is made from them, and from others when they are read again. */
  exploredAtMs: number;
  history: StoredHistory | null;
  canEdit: boolean;
  name: string;
  /** Signs comments. */
  personName?: string;
};

// Characters; far below what the server takes in one request.
const compressAbove = 100_000;

const noRecords: readonly unknown[] = [];

/** What the target bar may ask for before it is saved. */
export type WantedTarget = { kind: 'create' } | { kind: 'existing'; datasetId: string };

/** Fields drawn onto fields: the target on top, the editor below, every change saved as it is made. */
export function MapStep(props: MapStepProps) {
  const { onboardingId, sourceId, resourcePath, paths, draftVersion, sourceSchema, exploredAtMs, canEdit } =
    props;
  const source = findSource(sourceId);
  const router = useRouter();
  const queries = useQueryClient();
  const [history, setHistory] = useState(() =>
    props.history ? unpackHistory(props.history) : emptyMappingHistory,
  );
  const [wanted, setWanted] = useState<WantedTarget>();
  const [edited, setEdited] = useState<Target>();
  const [recordIndex, setRecordIndex] = useState(0);
  const [isAskingConsents, setAskingConsents] = useState(false);
  const [isLeaving, startLeaving] = useTransition();
  const [isTaking, startTaking] = useTransition();
  const [takeError, setTakeError] = useState<AppError>();
  const announce = useAnnounce();

  const target = useQuery({
    // The draft's version is part of it: who comes back must not find the target from before their last save.
    queryKey: ['target', onboardingId, resourcePath, draftVersion, exploredAtMs, wanted ?? null],
    queryFn: ({ signal }) =>
      readJson(
        `/api/onboardings/${onboardingId}/target?${new URLSearchParams({ resourcePath, ...wanted })}`,
        readTargetReply,
        signal,
      ),
    // The schema stays the same while people work on it; a new one would close their tree.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const sample = useQuery({
    queryKey: ['explore', onboardingId, resourcePath],
    queryFn: ({ signal }) =>
      readJson(
        `/api/onboardings/${onboardingId}/explore?${new URLSearchParams({ resourcePath })}`,
        readExploredReply,
        signal,
      ),
    staleTime: 300_000,
    refetchOnWindowFocus: false,
  });

  const learned = useQuery({
    queryKey: ['suggestion-history', onboardingId],
    queryFn: ({ signal }) =>
      readJson(`/api/onboardings/${onboardingId}/suggestion-history`, readSuggestionHistoryReply, signal),
    enabled: canEdit,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  // What cannot be read is left out: suggestions are also worked out from names alone.
  const isKnown = !sample.isPending && !learned.isPending;
  const suggestFrom = useMemo(
    () =>
      isKnown
        ? { statistics: sample.data?.statistics ?? [], history: learned.data ?? { own: [], team: [] } }
        : undefined,
    [isKnown, sample.data, learned.data],
  );

  const present: Target | undefined = edited ?? target.data?.target;
  const version = useDraftVersion();
  const unsent = useUnsentMapping(`${onboardingId}.${resourcePath}`, history.state, canEdit);
  const view = useTargetView(source, sourceSchema, present, target.data);
  const { state, schedule, flush, keepMine } = useAutosave(
    async ({ target, mapping }: { target: Target; mapping: MappingHistory }, expectedVersion: number) => {
      const text = JSON.stringify(packHistory(mapping));
      // A short one goes out at once: a page that is being closed does not wait for a compression.
      const sent = text.length > compressAbove ? await compressText(text) : text;
      const result = await saveMapping({
        onboardingId,
        expectedVersion,
        resourcePath,
        target,
        mapping: sent,
      });
      if (result.ok) unsent.confirm(mapping.state);
      return result;
    },
  );
  const preview = usePlatformPreview(onboardingId, resourcePath, flush, history.state.mappings);
  const [isPreviewOpen, setPreviewOpen] = useState(false);
  const revealed = useRevealedSample(onboardingId, resourcePath);
  const sampleRecords = revealed.rows ?? sample.data?.rows;
  const local = useLocalPreview({
    isWanted: isPreviewOpen,
    mappings: history.state.mappings,
    targetSchema: view?.schema,
    // A sample that cannot be read is told where it is asked for; here there are simply no records.
    records: sampleRecords ?? (sample.isError ? noRecords : undefined),
  });
  const rowErrors = useMemo(
    () =>
      (preview.data || local) && {
        ...local?.rowProblems,
        // What the platform says counts more than what is worked out here.
        ...(preview.data && currentRowErrors(preview.data, history.state.mappings)),
      },
    [preview.data, local, history.state.mappings],
  );

  const previewResults = preview.data && !preview.isStale ? preview.data.records : local?.records;

  const handleHistory = (changed: MappingHistory) => {
    setHistory(changed);
    if (changed.state !== history.state) unsent.keep(changed.state, version.current);
    preview.markStale();
    if (present) schedule({ target: present, mapping: changed });
  };
  const handleBringBack = () => {
    if (!unsent.found) return;
    const { mappings, unmappedOnPurpose } = unsent.found;
    const context = { createId: createMappingId };
    handleHistory(doCommand(history, { type: 'bring-back', mappings, unmappedOnPurpose }, context));
    announce('Unsaved changes are back. Undo takes them away again.');
    unsent.settle();
  };
  const handleTarget = (changed: Target, mapping: MappingHistory = history) => {
    setEdited(changed);
    if (mapping !== history) {
      setHistory(mapping);
      unsent.keep(mapping.state, version.current);
      preview.markStale();
    }
    schedule({ target: changed, mapping });
  };
  const handleWanted = (choice: WantedTarget) => {
    setEdited(undefined);
    setWanted(choice);
    void queries
      .fetchQuery({
        queryKey: ['target', onboardingId, resourcePath, draftVersion, exploredAtMs, choice],
        queryFn: ({ signal }) =>
          readJson(
            `/api/onboardings/${onboardingId}/target?${new URLSearchParams({ resourcePath, ...choice })}`,
            readTargetReply,
            signal,
          ),
        staleTime: Number.POSITIVE_INFINITY,
      })
      .then((reply) => schedule({ target: reply.target, mapping: history }))
      .catch(() => undefined);
  };

  // What the source has now is known once the sample is here; the draft keeps what it had when it was chosen.
  const fieldsNow = sample.data?.schema;
  const { mappings } = history.state;
  const gone = useMemo(
    () => (fieldsNow && canEdit ? goneSources(mappings, sourceSchema, fieldsNow) : []),
    [mappings, sourceSchema, fieldsNow, canEdit],
  );
  const presets = useMemo(
    () => source?.presets.filter((preset) => preset.resourcePath === resourcePath) ?? [],
    [source, resourcePath],
  );
  if (!source) return null;
  const tenantId = target.data?.tenantId ?? '';
  // People should see the fields, not a closed folder.
  const openTargets =
    present?.kind === 'create' && present.container !== ''
      ? [`${tenantRootOf(tenantId)}.${present.container}`]
      : [];
  const statistics = sample.data && new Map(sample.data.statistics);
  const handleDesign = (design: NewTarget, mapsAll: boolean) => {
    const createId = createMappingId;
    let next = history;
    if (present?.kind === 'create') {
      const { mappings } = history.state;
      const changes = moveMappings(source, sourceSchema, tenantId, present, design, mappings);
      const label = 'Follow the new names of the target';
      if (changes.length > 0) next = doCommand(next, { type: 'edit-many', changes, label }, { createId });
    }
    if (mapsAll) {
      const filled = new Set(next.state.mappings.map((mapping) => mapping.target));
      const mappings = proposeMappings(source, resourcePath, sourceSchema, tenantId, design).filter(
        (mapping) => !filled.has(mapping.target),
      );
      const label = `Map ${formatPlural(mappings.length, 'field')} of the new target`;
      if (mappings.length > 0)
        next = doCommand(next, { type: 'connect-many', mappings, label }, { createId });
    }
    handleTarget(design, next);
  };
  const handleConsents = (mappings: NewFieldMapping[]) => {
    if (!present) return;
    const title = 'Adobe’s consent fields';
    const next = doCommand(history, { type: 'apply-preset', title, mappings }, { createId: createMappingId });
    const addsFields = present.kind === 'create' && !present.hasConsentFields;
    handleTarget(addsFields ? { ...present, hasConsentFields: true } : present, next);
  };

  const handleTakeFields = () =>
    startTaking(async () => {
      if (!(await flush())) return;
      const result = await readFieldsAgain({
        onboardingId,
        resourcePath,
        expectedVersion: version.current,
      });
      if (!result.ok) {
        setTakeError(result.error);
        return;
      }
      advanceVersion(version, result.data.version);
      router.refresh();
    });

  const mappedCount = history.state.mappings.length;
  const shownPaths = paths.map((path) =>
    path.resourcePath === resourcePath ? { ...path, mappedCount, isMapped: mappedCount > 0 } : path,
  );
  const nextPath = nextOpenPath(shownPaths, resourcePath);
  // Nobody leaves before the last change is saved; when it cannot be, they stay and read why.
  const leaveFor = (href: string) =>
    startLeaving(async () => {
      if (!canEdit || (await flush())) router.push(href as Route);
    });
  const goToPath = (path: string) => {
    announceArrival(path);
    leaveFor(mapPath(onboardingId, path));
  };
  const handleContinue = () => {
    if (present && state.kind === 'saved' && state.atMs === undefined && canEdit) {
      schedule({ target: present, mapping: history });
    }
    if (nextPath === undefined) leaveFor(onboardingStepPath(onboardingId, 'schedule'));
    else goToPath(nextPath);
  };

  return (
    <>
      {paths.length > 1 && (
        <PathSwitcher
          onboardingId={onboardingId}
          paths={shownPaths}
          current={resourcePath}
          onLeave={goToPath}
        />
      )}
      <SaveTrouble
        state={state}
        onboardingId={onboardingId}
        onSaveAgain={() => void flush()}
        onKeepMine={(version) => void keepMine(version)}
      />
      {target.isError && (
        <AppErrorNotice
          error={toAppError(target.error)}
          onRetry={() => void target.refetch()}
          isRetrying={target.isFetching}
        />
      )}
      {target.isPending && (
        <div className="flex flex-col gap-3">
          <Spinner label="Reading the fields of the target" />
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-[max(27rem,calc(100dvh-20.5rem))] w-full xl:h-[max(27rem,calc(100dvh-17.25rem))]" />
        </div>
      )}
      {target.data && present && view && (
        <>
          {takeError && <AppErrorNotice error={takeError} onRetry={handleTakeFields} isRetrying={isTaking} />}
          {gone.length > 0 && <SourceDrift gone={gone} onTakeFields={handleTakeFields} isTaking={isTaking} />}
          {unsent.found && (
            <UnsentBar
              unsent={unsent.found}
              savedCount={props.history?.state.mappings.length ?? 0}
              hasMovedOn={version.current > unsent.found.version}
              onBringBack={handleBringBack}
              onDiscard={unsent.settle}
            />
          )}
          <TargetBar
            onboardingId={onboardingId}
            target={present}
            tenantId={target.data.tenantId}
            source={source}
            resourcePath={resourcePath}
            sourceSchema={sourceSchema}
            statistics={statistics}
            isUntouched={history.state.mappings.length === 0}
            canEdit={canEdit}
            onDesign={handleDesign}
            onWant={handleWanted}
          />
          {isAskingConsents && source.consents && (
            <ConsentDialog
              onboardingId={onboardingId}
              resourcePath={resourcePath}
              source={source.consents}
              fields={consentFieldsOf(present, view.schema)}
              onClose={() => setAskingConsents(false)}
              onApply={handleConsents}
            />
          )}
          <div
            className={clsx(
              'flex flex-col gap-6',
              isPreviewOpen && 'xl:grid xl:grid-cols-[minmax(0,1fr)_24rem] xl:items-start',
            )}
          >
            <MappingEditor
              sourceSchema={sourceSchema}
              targetSchema={view.schema}
              name={props.name}
              recordRoot={source.recordRoot}
              envelopeFields={source.envelopeFields}
              tenantId={target.data.tenantId}
              presets={presets}
              requiredTargets={view.requiredTargets}
              identityTargets={view.identityTargets}
              morePresets={
                source.consents
                  ? [
                      {
                        title: 'Adobe’s consent fields…',
                        description: 'Asks which purpose stands for which choice.',
                        onApply: () => setAskingConsents(true),
                      },
                    ]
                  : []
              }
              {...(canEdit && {
                targetAction: (path: string, refused: string | undefined) => (
                  <IdentityAction
                    key={path}
                    onboardingId={onboardingId}
                    target={path}
                    identities={present.identities ?? []}
                    present={target.data.identities}
                    refused={refused}
                    isShared={present.kind === 'existing'}
                    onChange={(identities) => {
                      const { identities: _, ...rest } = present;
                      handleTarget(identities.length > 0 ? { ...rest, identities } : rest);
                    }}
                  />
                ),
              })}
              history={history}
              onChange={handleHistory}
              readOnly={!canEdit}
              mappingDialect={source.mappingDialect}
              openTargets={openTargets}
              {...(props.personName !== undefined && { personName: props.personName })}
              {...(sampleRecords && { sampleRecords })}
              {...(previewResults && { previewResults })}
              {...(rowErrors && { rowErrors })}
              {...(suggestFrom && { suggestFrom })}
              recordIndex={recordIndex}
              onRecordChange={setRecordIndex}
            />
            <PreviewPanel
              isOpen={isPreviewOpen}
              onOpenChange={setPreviewOpen}
              local={local}
              platform={preview}
              revealed={revealed}
              mappings={history.state.mappings}
              recordIndex={recordIndex}
              onRecordChange={setRecordIndex}
            />
          </div>
        </>
      )}
      <StepFooter onboardingId={onboardingId} step="map" status={<SaveStatus state={state} />}>
        <Button
          variant="primary"
          onPress={handleContinue}
          isPending={isLeaving}
          pendingLabel="Saving"
          disabledReason={mappedCount === 0 ? 'Map at least one field first.' : undefined}
        >
          {nextPath === undefined ? 'Schedule' : `Map ${pathTitle(sourceId, nextPath).toLowerCase()}`}
        </Button>
      </StepFooter>
    </>
  );
}

/** Whether the target can take Adobe's consent choices now, after they join it, or not at all. */
function consentFieldsOf(target: Target, schema: JsonSchemaNode): 'present' | 'addable' | 'missing' {
  if (isJsonObject(schema.properties) && Object.hasOwn(schema.properties, 'consents')) return 'present';
  const isProfile = target.kind === 'create' && (target.classKind ?? 'profile') === 'profile';
  return isProfile ? 'addable' : 'missing';
}
