import { AppFailure } from '@/lib/app-error';
import type { OnboardingId } from '@/lib/ids';
import { type Purpose, readPurposes } from '@/lib/mapping/consent-mappings';
import type { JsonSchemaNode } from '@/lib/schema/json-schema';
import { jsonSchemaNodeSchema } from '@/lib/schema/json-schema-node-schema';
import { maskRecord } from '@/lib/schema/mask';
import { mergeObserved } from '@/lib/schema/merge-observed';
import { collectStatistics } from '@/lib/schema/statistics';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { withPaths } from '@/lib/wizard/change-draft';
import type { DataPart } from '@/lib/wizard/draft';
import type { ExploredReply, PathReply } from '@/lib/wizard/replies';
import { appendAudit } from '@/server/db/audit';
import { limitCalls } from '@/server/limit-calls';
import { type ExploredSource, exploreSource } from '@/server/platform/flow-service/explore';
import { readSourceRefusal } from '@/server/platform/flow-service/source-refusal';
import { PlatformError } from '@/server/platform/platform-error';
import { type LoadedOnboarding, loadOnboarding, saveChangedDraft } from './load-onboarding';
import type { TeamContext } from './team-context';

/** A preview never shows more. */
const sampleLimit = 10;
/** Fields read this recently are not asked for again when another path is added or removed. */
const exploredForMs = 600_000;

/** Every resource path of the source, with what its sample tells. */
export async function listPaths(ctx: TeamContext, id: OnboardingId): Promise<PathReply[]> {
  const onboarding = await loadOnboarding(ctx, id);
  const limited = limitCalls(4);
  return Promise.all(
    onboarding.source.resourcePaths.map(({ path, title, description, permission }) =>
      limited(async (): Promise<PathReply> => {
        const base = { path, title, description };
        try {
          const { records } = await explore(ctx, onboarding, path);
          const times = records.flatMap((record) => onboarding.source.recordTimeSeconds(record) ?? []);
          return {
            ...base,
            outcome: 'readable',
            sampleCount: records.length,
            newestSeconds: times.length > 0 ? Math.max(...times) : undefined,
          };
        } catch (error) {
          if (!(error instanceof AppFailure) || error.error.kind !== 'source-refused') {
            if (
              error instanceof PlatformError &&
              ['timeout', 'connection-lost', 'server-error', 'unreadable'].includes(error.kind)
            ) {
              return { ...base, outcome: 'unanswered' };
            }
            throw error;
          }
          return error.error.reason === 'permission-missing'
            ? { ...base, outcome: 'permission-missing', permission }
            : {
                ...base,
                outcome: 'refused',
                sentence: refusalSentence(onboarding.source, error.error.reason),
              };
        }
      }),
    ),
  );
}

/** The fields of one resource path and a masked sample. Nothing of it is stored. */
export async function exploreData(
  ctx: TeamContext,
  id: OnboardingId,
  resourcePath: string,
): Promise<ExploredReply> {
  const onboarding = await loadOnboarding(ctx, id);
  const { schema, records } = await explore(ctx, onboarding, resourcePath);
  const statistics = collectStatistics(records);
  return {
    schema,
    statistics: [...statistics],
    rows: records.slice(0, sampleLimit).map(maskRecord),
    sampleCount: records.length,
  };
}

/** The sample as it is, for one look; who asked is written down, what they saw is not. */
export async function revealSample(
  ctx: TeamContext,
  id: OnboardingId,
  resourcePath: string,
): Promise<unknown[]> {
  const onboarding = await loadOnboarding(ctx, id);
  const { records } = await explore(ctx, onboarding, resourcePath);
  await appendAudit(ctx.db, {
    orgId: ctx.orgId,
    personId: ctx.session.person.id,
    action: 'sample.revealed',
    subject: onboarding.id,
    facts: { resourcePath, rows: Math.min(records.length, sampleLimit) },
  });
  return records.slice(0, sampleLimit);
}

/** The purposes that people were asked about, from the sample; none for a source without consents. */
export async function listPurposes(
  ctx: TeamContext,
  id: OnboardingId,
  resourcePath: string,
): Promise<Purpose[]> {
  const onboarding = await loadOnboarding(ctx, id);
  const { consents } = onboarding.source;
  if (!consents) return [];
  const { records } = await explore(ctx, onboarding, resourcePath);
  return readPurposes(records, consents);
}

/**
 * Decides for these resource paths and no others: their fields go into the draft, as the platform reports them now or did
 * within the last minutes. Work on a path that is no longer among them is set aside. Nothing is saved when one of them
 * cannot be read.
 */
export async function chooseData(
  ctx: TeamContext,
  input: { onboardingId: OnboardingId; expectedVersion: number; resourcePaths: readonly string[] },
): Promise<{ version: number }> {
  const onboarding = await loadOnboarding(ctx, input.onboardingId);
  const chosen = await readChosen(ctx, onboarding, input.resourcePaths);
  const changed = withPaths(onboarding.draft, chosen);
  return { version: await saveChangedDraft(ctx, onboarding.id, input.expectedVersion, changed) };
}

/** The fields of these resource paths, read again where they are not fresh. Throws `not-found` for a path of no source. */
export async function readChosen(
  ctx: TeamContext,
  onboarding: LoadedOnboarding,
  resourcePaths: readonly string[],
): Promise<DataPart[]> {
  const { draft } = onboarding;
  const known = new Map([...draft.setAside, ...draft.paths].map((path) => [path.resourcePath, path]));
  const limited = limitCalls(4);
  return await Promise.all(
    [...new Set(resourcePaths)].map((resourcePath) =>
      limited(async (): Promise<DataPart> => {
        const before = known.get(resourcePath);
        if (before && ctx.now() - before.exploredAtMs < exploredForMs) {
          const { sourceSchema, exploredAtMs } = before;
          return { resourcePath, sourceSchema, exploredAtMs };
        }
        const { schema } = await explore(ctx, onboarding, resourcePath);
        return { resourcePath, sourceSchema: { ...schema }, exploredAtMs: ctx.now() };
      }),
    ),
  );
}

/** The fields of every chosen path as the source shows them now, whenever they were read before; nothing is saved. */
export async function readFieldsNow(
  ctx: TeamContext,
  onboarding: LoadedOnboarding,
): Promise<ReadonlyMap<string, JsonSchemaNode>> {
  const limited = limitCalls(4);
  const read = onboarding.draft.paths.map(({ resourcePath }) =>
    limited(async () => [resourcePath, (await explore(ctx, onboarding, resourcePath)).schema] as const),
  );
  return new Map(await Promise.all(read));
}

/**
 * Takes the fields of one chosen path over as the source shows them now, however lately they were read; target and
 * mapping stay.
 */
export async function readFieldsAgain(
  ctx: TeamContext,
  input: { onboardingId: OnboardingId; expectedVersion: number; resourcePath: string },
): Promise<{ version: number }> {
  const onboarding = await loadOnboarding(ctx, input.onboardingId);
  const { draft } = onboarding;
  const { schema } = await explore(ctx, onboarding, input.resourcePath);
  const fresh = { sourceSchema: { ...schema }, exploredAtMs: ctx.now() };
  const paths = draft.paths.map((path) =>
    path.resourcePath === input.resourcePath ? { ...path, ...fresh } : path,
  );
  return {
    version: await saveChangedDraft(ctx, onboarding.id, input.expectedVersion, { ...draft, paths }),
  };
}

async function explore(
  ctx: TeamContext,
  onboarding: LoadedOnboarding,
  resourcePath: string,
): Promise<{ schema: JsonSchemaNode; records: unknown[] }> {
  const { source, draft } = onboarding;
  // Only paths of the definition reach the platform: the parameter is no way to probe others.
  if (!source.resourcePaths.some(({ path }) => path === resourcePath)) {
    throw new AppFailure({ kind: 'not-found', what: 'resource path' });
  }
  if (!draft.connect) throw new AppFailure({ kind: 'not-found', what: 'account' });
  const platform = await ctx.platform(onboarding.sandboxName);
  const explored = await exploreSource(platform, {
    baseConnectionId: draft.connect.baseConnectionId,
    sourceParams: source.sourceParams(resourcePath),
    preview: true,
  }).catch(refuseAsSource);
  return readExplored(explored);
}

function readExplored(explored: ExploredSource): { schema: JsonSchemaNode; records: unknown[] } {
  const schema = jsonSchemaNodeSchema.parse(explored.schema);
  return { schema: mergeObserved(schema, explored.records), records: explored.records };
}

function refuseAsSource(error: unknown): never {
  const refusal = error instanceof PlatformError ? readSourceRefusal(error) : undefined;
  if (!refusal) throw error;
  throw new AppFailure(
    {
      kind: 'source-refused',
      reason: refusal.reason,
      ...(refusal.detail === undefined ? {} : { detail: refusal.detail }),
    },
    { cause: error },
  );
}

function refusalSentence(source: SourceDefinition, reason: string): string {
  switch (reason) {
    case 'key-expired':
      return `${source.title} says that the credential has expired.`;
    case 'host-unreachable':
      return `${source.title} cannot be reached under this host.`;
    default:
      return `${source.title} refuses the credential.`;
  }
}
