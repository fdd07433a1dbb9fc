import { accountFacts, type PlanFact, removed, sourceFacts, targetFacts } from '@/lib/plan/plan-facts';
import { jsonSchemaNodeSchema } from '@/lib/schema/json-schema-node-schema';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { getDataset } from '@/server/platform/catalog/datasets';
import { getBaseConnection } from '@/server/platform/flow-service/base-connections';
import type { PlatformContext } from '@/server/platform/platform-context';
import { PlatformError } from '@/server/platform/platform-error';
import { readFieldsNow } from './explore-data';
import type { LoadedOnboarding } from './load-onboarding';
import { readSchema } from './load-target';
import type { TeamContext } from './team-context';

/** What a plan stands on outside the draft and the source: its account and existing targets as they are now. */
export async function readFacts(
  ctx: TeamContext,
  { draft, sandboxName }: LoadedOnboarding,
): Promise<PlanFact[]> {
  const platform = await ctx.platform(sandboxName);
  const { connect } = draft;
  const [account, ...targets] = await Promise.all([
    connect ? orGone(getBaseConnection(platform, connect.baseConnectionId)).then(accountFacts) : [],
    ...draft.paths.map((path) => readTargetFacts(platform, path)),
  ]);
  return [...account, ...targets.flat()];
}

async function readTargetFacts(
  platform: PlatformContext,
  { resourcePath, target, mapping }: LoadedOnboarding['draft']['paths'][number],
): Promise<PlanFact[]> {
  if (!target || target.kind === 'create') return [];
  const gone = (name: string): PlanFact[] => [{ about: 'target', resourcePath, name, value: removed }];
  const [dataset, found] = await Promise.all([
    target.kind === 'existing' ? orGone(getDataset(platform, target.datasetId)) : undefined,
    orGone(readSchema(platform, target.schemaId)),
  ]);
  if (target.kind === 'existing' && !dataset) return gone('dataset');
  if (!found) return gone('schema');
  return targetFacts(
    resourcePath,
    {
      ...(dataset && { datasetName: dataset.name }),
      // The dataset may have been made anew with another schema; the plan names the one that was chosen.
      schemaId: dataset ? (dataset.schemaId ?? 'none') : target.schemaId,
      tree: buildSchemaTree(found.schema),
      requiredTargets: found.requiredTargets,
      identities: found.identities,
    },
    mapping?.state.mappings ?? [],
  );
}

/** The source fields that are mapped, as the draft knows them: what was reviewed. */
export function knownSourceFacts({ draft }: LoadedOnboarding): PlanFact[] {
  return draft.paths.flatMap(({ resourcePath, sourceSchema, mapping }) =>
    sourceFacts(
      resourcePath,
      buildSchemaTree(jsonSchemaNodeSchema.parse(sourceSchema)),
      mapping?.state.mappings ?? [],
    ),
  );
}

/**
 * The same fields as the source shows them now. A field that is known now and was not before says nothing that was
 * reviewed, so only those of the draft are told.
 */
export async function readSourceFacts(ctx: TeamContext, onboarding: LoadedOnboarding): Promise<PlanFact[]> {
  const known = new Set(
    knownSourceFacts(onboarding).map(({ resourcePath, name }) => `${resourcePath}\n${name}`),
  );
  const now = await readFieldsNow(ctx, onboarding);
  return onboarding.draft.paths
    .flatMap(({ resourcePath, mapping }) => {
      const schema = now.get(resourcePath);
      return schema ? sourceFacts(resourcePath, buildSchemaTree(schema), mapping?.state.mappings ?? []) : [];
    })
    .filter(({ resourcePath, name }) => known.has(`${resourcePath}\n${name}`));
}

async function orGone<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof PlatformError && error.kind === 'not-found') return undefined;
    throw error;
  }
}
