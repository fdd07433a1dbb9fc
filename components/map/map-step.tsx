'use client';

import clsx from 'clsx';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { AppErrorNotice, toAppError } from '@/components/shell/app-error-notice';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { Spinner } from '@/components/ui/spinner';
import { SaveStatus, SaveTrouble } from '@/components/wizard/save-status';
import { StepFooter } from '@/components/wizard/step-footer';
import type { OnboardingId } from '@/lib/ids';
import { tenantRootOf } from '@/lib/mapping/preset';
import type { StoredHistory } from '@/lib/mapping/stored-history';
import { isJsonObject, type JsonSchemaNode } from '@/lib/schema/json-schema';
import { findSource } from '@/lib/sources/sources';
import { followDesign, mapAdditions } from '@/lib/target/follow-design';
import { type PathSummary, pathTitle } from '@/lib/wizard/path-summary';
import { createMappingId } from './create-mapping-id';
import { MappingEditor } from './mapping-editor';
import { PathSwitcher } from './path-switcher';
import { PreviewPanel } from './preview/preview-panel';
import { useMapPreview } from './preview/use-map-preview';
import { SourceDrift } from './source-drift';
import { IdentityAction } from './target/identity-action';
import { useConsentPreset } from './target/use-consent-preset';
import { TargetBar } from './target-bar';
import { UnsentBar } from './unsent-bar';
import { useFillsWindow } from './use-fills-window';
import { useIsNarrow } from './use-is-narrow';
import { useLeaveMap } from './use-leave-map';
import { useMapDraft } from './use-map-draft';
import { useMapReads } from './use-map-reads';
import { useSourceDrift } from './use-source-drift';
import { useTargetView } from './use-target-view';

// Opened by few: the page does not wait for it.
const OtherMappings = dynamic(() => import('./other-mappings').then((module) => module.OtherMappings), {
  ssr: false,
});

export type MapStepProps = {
  onboardingId: OnboardingId;
  sourceId: string;
  resourcePath: string;
  /** Every path of the onboarding, this one among them. */
  paths: readonly PathSummary[];
  /** Of the draft when the page was made. */
  draftVersion: number;
  /** The fields of the source, as JSON: on its own way from the server React would lose one that is called `__proto__`. */
  sourceSchemaJson: string;
  /** When the source showed these fields: a new target is made from them, and from others when they are read again. */
  exploredAtMs: number;
  history: StoredHistory | null;
  canEdit: boolean;
  name: string;
  /** Signs comments. */
  personName?: string;
};

/** Fields drawn onto fields: the target on top, the editor below, every change saved as it is made. */
export function MapStep(props: MapStepProps) {
  const { onboardingId, sourceId, resourcePath, sourceSchemaJson, canEdit } = props;
  const sourceSchema = useMemo(() => parseSchema(sourceSchemaJson), [sourceSchemaJson]);
  const source = findSource(sourceId);
  const { target: read, sample, suggestFrom, want } = useMapReads(props);
  const readTarget = read.data?.target;
  const draft = useMapDraft({ onboardingId, resourcePath, stored: props.history, canEdit, readTarget });
  const { history, target, unsent, save } = draft;
  const { mappings } = history.state;
  const statistics = useMemo(() => sample.data && new Map(sample.data.statistics), [sample.data]);
  const view = useTargetView(source, sourceSchema, target, read.data);
  const preview = useMapPreview({
    onboardingId,
    resourcePath,
    flush: save.flush,
    mappings,
    targetSchema: view?.schema,
    sample,
  });
  const drift = useSourceDrift({
    onboardingId,
    resourcePath,
    sourceSchema,
    fieldsNow: sample.data?.schema,
    canEdit,
    draft,
  });
  const consent = useConsentPreset({
    onboardingId,
    resourcePath,
    consents: source?.consents,
    targetSchema: view?.schema,
    draft,
  });
  const fillsWindow = useFillsWindow(!useIsNarrow());
  const leave = useLeaveMap({ onboardingId, resourcePath, paths: props.paths, canEdit, draft });
  const presets = useMemo(
    () => source?.presets.filter((preset) => preset.resourcePath === resourcePath) ?? [],
    [source, resourcePath],
  );
  if (!source) return null;
  const tenantId = read.data?.tenantId ?? '';
  // People should see the fields, not a closed folder.
  const container = target?.kind === 'create' ? target.container : target?.extension?.container;
  const openTargets = container ? [`${tenantRootOf(tenantId)}.${container}`] : [];

  return (
    <>
      {props.paths.length > 1 && (
        <PathSwitcher
          onboardingId={onboardingId}
          paths={leave.shownPaths}
          current={resourcePath}
          onLeave={leave.goToPath}
        />
      )}
      <SaveTrouble
        state={save.state}
        onboardingId={onboardingId}
        onSaveAgain={() => void save.flush()}
        onKeepMine={(version) => void save.keepMine(version)}
      />
      {read.isError && (
        <AppErrorNotice
          error={toAppError(read.error)}
          onRetry={() => void read.refetch()}
          isRetrying={read.isFetching}
        />
      )}
      {read.isPending && (
        <div className="flex flex-col gap-3">
          <Spinner label="Reading the fields of the target" />
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-(--editor-height) w-full" />
        </div>
      )}
      {read.data && target && view && (
        <>
          {drift.error && (
            <AppErrorNotice error={drift.error} onRetry={drift.take} isRetrying={drift.isTaking} />
          )}
          {drift.gone.length > 0 && (
            <SourceDrift gone={drift.gone} onTakeFields={drift.take} isTaking={drift.isTaking} />
          )}
          {unsent.found && (
            <UnsentBar
              unsent={unsent.found}
              savedCount={props.history?.state.mappings.length ?? 0}
              hasMovedOn={draft.version.current > unsent.found.version}
              onBringBack={draft.bringBack}
              onDiscard={unsent.settle}
            />
          )}
          <TargetBar
            onboardingId={onboardingId}
            target={target}
            tenantId={tenantId}
            source={source}
            resourcePath={resourcePath}
            sourceSchema={sourceSchema}
            statistics={statistics}
            isUntouched={mappings.length === 0}
            canEdit={canEdit}
            onDesign={(after, mapsAll) => {
              const change = { source, resourcePath, sourceSchema, tenantId, before: target, after, mapsAll };
              draft.changeTarget(after, followDesign(history, change, { createId: createMappingId }));
            }}
            onWant={(choice, details) => draft.takeTarget(want(choice), details)}
            schema={read.data.schema}
            mappedSources={() => new Set(mappings.map((mapping) => mapping.source))}
            onExtend={(after, rows) =>
              draft.changeTarget(after, mapAdditions(history, rows, { createId: createMappingId }))
            }
          />
          {consent.dialog}
          <div
            className={clsx(
              'flex flex-col gap-6',
              preview.panel.isOpen && 'xl:grid xl:grid-cols-[minmax(0,1fr)_24rem] xl:items-start',
            )}
          >
            <MappingEditor
              sourceSchema={sourceSchema}
              targetSchema={view.schema}
              name={props.name}
              recordRoot={source.recordRoot}
              envelopeFields={source.envelopeFields}
              tenantId={tenantId}
              presets={presets}
              requiredTargets={view.requiredTargets}
              identityTargets={view.identityTargets}
              morePresets={consent.presets}
              {...(canEdit && {
                targetAction: (path: string, refused: string | undefined) => (
                  <IdentityAction
                    key={path}
                    onboardingId={onboardingId}
                    path={path}
                    target={target}
                    present={read.data.identities}
                    refused={refused}
                    onChange={draft.changeTarget}
                  />
                ),
              })}
              importFrom={(onTake) => <OtherMappings onboardingId={onboardingId} onTake={onTake} />}
              fillsWindow={fillsWindow}
              history={history}
              onChange={draft.changeHistory}
              readOnly={!canEdit}
              mappingDialect={source.mappingDialect}
              openTargets={openTargets}
              {...(props.personName !== undefined && { personName: props.personName })}
              {...(statistics && { statistics })}
              {...(preview.sampleRecords && { sampleRecords: preview.sampleRecords })}
              {...(preview.previewResults && { previewResults: preview.previewResults })}
              {...(preview.rowErrors && { rowErrors: preview.rowErrors })}
              {...(suggestFrom && { suggestFrom })}
              recordIndex={preview.panel.recordIndex}
              onRecordChange={preview.panel.onRecordChange}
            />
            <PreviewPanel {...preview.panel} />
          </div>
        </>
      )}
      <StepFooter onboardingId={onboardingId} step="map" status={<SaveStatus state={save.state} />}>
        <Button
          variant="primary"
          onPress={leave.goOn}
          isPending={leave.isLeaving}
          pendingLabel="Saving"
          disabledReason={mappings.length === 0 ? 'Map at least one field first.' : undefined}
        >
          {leave.nextPath === undefined
            ? 'Schedule'
            : `Map ${pathTitle(sourceId, leave.nextPath).toLowerCase()}`}
        </Button>
      </StepFooter>
    </>
  );
}

function parseSchema(json: string): JsonSchemaNode {
  const schema: unknown = JSON.parse(json);
  return isJsonObject(schema) ? schema : {};
}
