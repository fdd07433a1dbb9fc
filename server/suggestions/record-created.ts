import type { Logger } from 'pino';
import { onboardingIdSchema, type RunId } from '@/lib/ids';
import type { MappingHistory } from '@/lib/mapping/mapping';
import { unpackHistory } from '@/lib/mapping/stored-history';
import { addOutcomes, countOutcomes, noOutcomes, sourcePathsOf } from '@/lib/mapping/suggestion-outcomes';
import { jsonSchemaNodeSchema } from '@/lib/schema/json-schema-node-schema';
import { buildSchemaTree, type SchemaTree } from '@/lib/schema/schema-tree';
import { holdsValues } from '@/lib/suggestion-history/holds-values';
import type { Db } from '@/server/db/db';
import { findRun } from '@/server/db/runs';
import { isHistoryOn, rememberPairs, saveOutcomes } from '@/server/db/suggestions';
import { loadOnboarding } from '@/server/onboarding/load-onboarding';
import type { PlatformContext } from '@/server/platform/platform-context';
import { readSandboxType } from './sandbox-type';

/**
 * Remembers, once a run has created its dataflows, which fields went together and what became of the suggestions: field
 * names and numbers, never a value. Does it once for a run, however often it is called. Never throws: a creation does
 * not fail for it.
 */
export async function recordCreated(
  runId: RunId,
  ctx: { db: Db; log: Logger; platform: PlatformContext },
): Promise<void> {
  try {
    const run = await findRun(ctx.db, runId);
    if (run?.state !== 'succeeded') return;
    const { orgId, startedBy: personId } = run;
    const { draft, source } = await loadOnboarding(
      { db: ctx.db, orgId },
      onboardingIdSchema.parse(run.onboardingId),
    );
    const sandboxType = await readSandboxType(ctx.platform);
    const counts = noOutcomes();
    const pairs = draft.paths.flatMap((path) => {
      if (!path.mapping) return [];
      const history = unpackHistory(path.mapping);
      const tree = buildSchemaTree(jsonSchemaNodeSchema.parse(path.sourceSchema));
      addOutcomes(counts, countOutcomes(history, tree));
      return pairsOf(history, tree).map((pair) => ({ ...pair, sourceId: source.id }));
    });
    const at = new Date(ctx.platform.now());
    await ctx.db.transaction(async (tx) => {
      if (!(await saveOutcomes(tx, { runId, orgId, sandboxType, at, counts }))) return;
      if (!(await isHistoryOn(tx, { orgId, personId }))) return;
      await rememberPairs(tx, { orgId, personId, sandboxType, lastAt: at, pairs });
    });
  } catch (error) {
    ctx.log.error({ err: error, runId }, 'accepted mappings not remembered');
  }
}

/** A calculation in which a person wrote values is not remembered; one that the product proposed holds none. */
function pairsOf({ state, offered = [] }: MappingHistory, tree: SchemaTree) {
  const proposed = new Set(offered.map(({ expression }) => expression));
  const kept = state.mappings.filter(
    ({ kind, source }) => kind !== 'expression' || proposed.has(source) || !holdsValues(source),
  );
  return kept.flatMap((mapping) =>
    sourcePathsOf(mapping, tree).map((sourcePath) => ({
      sourcePath,
      targetPath: mapping.target,
      expression: mapping.kind === 'expression' ? mapping.source : null,
    })),
  );
}
