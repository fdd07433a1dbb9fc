import { AppFailure } from '@/lib/app-error';
import type { DataflowId, OnboardingId } from '@/lib/ids';
import type { DataflowMappingsReply, MappedDataflow } from '@/lib/wizard/replies';
import { getMappingSet } from '@/server/platform/data-prep/mapping-sets';
import { getDataflow, listDataflows } from '@/server/platform/flow-service/dataflows';
import { loadOnboarding } from './load-onboarding';
import type { TeamContext } from './team-context';

const shown = 50;

/** Dataflows of the sandbox whose mapping can be read: those of the same source first, then the newest. */
export async function listMappedDataflows(
  ctx: TeamContext,
  id: OnboardingId,
  search: string,
): Promise<MappedDataflow[]> {
  const { sandboxName, source } = await loadOnboarding(ctx, id);
  const wanted = search.trim().toLocaleLowerCase();
  const { items } = await listDataflows(await ctx.platform(sandboxName));
  return items
    .filter(({ mapping, name }) => mapping && name.toLocaleLowerCase().includes(wanted))
    .map((dataflow) => ({
      id: dataflow.id,
      name: dataflow.name,
      createdAtMs: dataflow.createdAtMs,
      isSameSource: dataflow.connectionSpecId === source.connectionSpec.id,
    }))
    .sort((a, b) => Number(b.isSameSource) - Number(a.isSameSource) || b.createdAtMs - a.createdAtMs)
    .slice(0, shown);
}

/** The rows of the mapping set that a dataflow uses, as the platform keeps them. */
export async function readDataflowMappings(
  ctx: TeamContext,
  id: OnboardingId,
  dataflowId: DataflowId,
): Promise<DataflowMappingsReply> {
  const { sandboxName } = await loadOnboarding(ctx, id);
  const platform = await ctx.platform(sandboxName);
  const { name, mapping } = await getDataflow(platform, dataflowId);
  if (!mapping) throw new AppFailure({ kind: 'not-found', what: 'mapping set' });
  const { mappings } = await getMappingSet(platform, mapping.id, mapping.version);
  return {
    name,
    mappings: mappings.map(({ sourceType, source, destination }) => ({ sourceType, source, destination })),
  };
}
