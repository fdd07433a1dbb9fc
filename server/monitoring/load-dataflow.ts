import {
  type DataflowRunsView,
  type DataflowView,
  judgeHealth,
  type PlatformObject,
} from '@/lib/dataflow/dataflow-view';
import type { DataflowId } from '@/lib/ids';
import { findSourceByConnectionSpec } from '@/lib/sources/sources';
import type { TeamContext } from '@/server/onboarding/team-context';
import { getDataset } from '@/server/platform/catalog/datasets';
import { getMappingSet } from '@/server/platform/data-prep/mapping-sets';
import { getBaseConnection } from '@/server/platform/flow-service/base-connections';
import { getDataflow } from '@/server/platform/flow-service/dataflows';
import { listFlowRuns } from '@/server/platform/flow-service/flow-runs';
import { getSourceConnection } from '@/server/platform/flow-service/source-connections';
import { getTargetConnection } from '@/server/platform/flow-service/target-connections';
import { PlatformError } from '@/server/platform/platform-error';
import { nextRunAtMs } from './list-dataflows';

/** One dataflow with everything it stands on. A part that is gone or not readable is left out, never the page. */
export async function loadDataflow(ctx: TeamContext, id: DataflowId): Promise<DataflowView> {
  const platform = await ctx.platform();
  const dataflow = await getDataflow(platform, id);
  const { sourceConnectionId, targetConnectionId, baseConnectionId, mapping } = dataflow;
  const [sourceConnection, targetConnection, account, mappingSet] = await Promise.all([
    sourceConnectionId && orNothing(getSourceConnection(platform, sourceConnectionId)),
    targetConnectionId && orNothing(getTargetConnection(platform, targetConnectionId)),
    baseConnectionId && orNothing(getBaseConnection(platform, baseConnectionId)),
    mapping && orNothing(getMappingSet(platform, mapping.id, mapping.version)),
  ]);
  const dataset =
    targetConnection?.datasetId && (await orNothing(getDataset(platform, targetConnection.datasetId)));
  const source = dataflow.connectionSpecId
    ? findSourceByConnectionSpec(dataflow.connectionSpecId)
    : undefined;
  const resourcePath = sourceConnection?.params.resourcePath ?? '';
  const objects: PlatformObject[] = [
    { kind: 'Dataflow', id: dataflow.id, name: dataflow.name },
    ...(sourceConnection
      ? [{ kind: 'Source connection', id: sourceConnection.id, name: sourceConnection.name }]
      : []),
    ...(targetConnection
      ? [{ kind: 'Target connection', id: targetConnection.id, name: targetConnection.name }]
      : []),
    ...(account ? [{ kind: 'Account (base connection)', id: account.id, name: account.name }] : []),
    ...(mapping
      ? [{ kind: 'Mapping set', id: mapping.id, ...(mappingSet ? { name: mappingSet.name } : {}) }]
      : []),
    ...(dataset ? [{ kind: 'Dataset', id: dataset.id, name: dataset.name }] : []),
    ...(dataset?.schemaId ? [{ kind: 'Schema', id: dataset.schemaId }] : []),
  ];
  return {
    id: dataflow.id,
    name: dataflow.name,
    description: dataflow.description,
    sandboxName: platform.sandboxName,
    state: dataflow.state,
    sourceId: source?.id,
    account: account && { id: account.id, name: account.name },
    dataTitle: source?.resourcePaths.find(({ path }) => path === resourcePath)?.title,
    schedule: dataflow.schedule,
    mappingSummary: mappingSet && {
      mapped: mappingSet.mappings.length,
      calculated: mappingSet.mappings.filter((row) => /expression/i.test(row.sourceType)).length,
      targetName: dataset?.name ?? 'the dataset',
    },
    objects,
    createdAtMs: dataflow.createdAtMs,
    updatedAtMs: dataflow.updatedAtMs,
  };
}

/** Newest flow runs and what they say of the dataflow's health. */
export async function loadDataflowRuns(ctx: TeamContext, id: DataflowId): Promise<DataflowRunsView> {
  const platform = await ctx.platform();
  const [dataflow, runs] = await Promise.all([
    getDataflow(platform, id),
    listFlowRuns(platform, id, { limit: 50 }),
  ]);
  return {
    health: judgeHealth({ state: dataflow.state, runsOnce: dataflow.schedule?.frequency === 'once', runs }),
    nextRunAtMs: nextRunAtMs(dataflow, ctx.now()),
    runs,
    readAtMs: ctx.now(),
  };
}

async function orNothing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof PlatformError) return undefined;
    throw error;
  }
}
