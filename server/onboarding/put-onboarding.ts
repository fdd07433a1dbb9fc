import { randomUUID } from 'node:crypto';
import { AppFailure } from '@/lib/app-error';
import type { BaseConnectionId, OnboardingId } from '@/lib/ids';
import type { NewFieldMapping } from '@/lib/mapping/commands';
import { doCommand } from '@/lib/mapping/history';
import { emptyMappingHistory } from '@/lib/mapping/mapping';
import { packHistory, type StoredHistory, unpackHistory } from '@/lib/mapping/stored-history';
import { canonicalJson } from '@/lib/plan/canonical-json';
import { checkSchedule } from '@/lib/schedule/check-schedule';
import type { Schedule } from '@/lib/schedule/schedule';
import { withAccount, withPaths, withPathWork } from '@/lib/wizard/change-draft';
import type { Draft, Target } from '@/lib/wizard/draft';
import { renameOnboarding } from '@/server/db/onboardings';
import { PlatformError } from '@/server/platform/platform-error';
import { readAccount } from './connect-account';
import { readChosen } from './explore-data';
import { type LoadedOnboarding, loadOnboarding, saveChangedDraft } from './load-onboarding';
import type { TeamContext } from './team-context';

export type PutOnboarding = {
  onboardingId: OnboardingId;
  expectedVersion: number;
  name?: string;
  draft: {
    baseConnectionId: BaseConnectionId | null;
    resourcePaths: readonly {
      resourcePath: string;
      target: Target | null;
      mappings: readonly NewFieldMapping[];
    }[];
    schedule: Schedule | null;
  };
};

/**
 * Saves everything that is decided about an onboarding in one step. What stays as it was keeps what belongs to it: the
 * account its origin, a mapping its id, note and comments, the mappings their way back. Throws `stale` when somebody else
 * has saved, `invalid-input` for an account, a path or a schedule that cannot be.
 */
export async function putOnboarding(ctx: TeamContext, input: PutOnboarding): Promise<{ version: number }> {
  const onboarding = await loadOnboarding(ctx, input.onboardingId);
  if (onboarding.version !== input.expectedVersion) throw new AppFailure({ kind: 'stale', what: 'draft' });
  const { resourcePaths, schedule } = input.draft;
  checkChangedSchedule(ctx, onboarding, schedule);
  const withConnect = await changeAccount(ctx, onboarding, input.draft.baseConnectionId);
  const wanted = resourcePaths.map(({ resourcePath }) => resourcePath);
  if (!withConnect.connect && wanted.length > 0) {
    refuse('draft.baseConnectionId', 'Name an account before resource paths.');
  }
  const chosen = await readChosen(ctx, { ...onboarding, draft: withConnect }, wanted).catch(
    (error: unknown) => {
      if (error instanceof AppFailure && error.error.kind === 'not-found') {
        refuse('draft.resourcePaths', 'The source has no such resource path.');
      }
      throw error;
    },
  );
  let draft: Draft = { ...withPaths(withConnect, chosen), schedule };
  for (const { resourcePath, target, mappings } of resourcePaths) {
    const known = draft.paths.find((path) => path.resourcePath === resourcePath)?.mapping ?? null;
    draft = withPathWork(draft, resourcePath, { target, mapping: withMappings(known, mappings) }) ?? draft;
  }
  const { id } = onboarding;
  return await ctx.db.transaction(async (tx) => {
    const version = await saveChangedDraft({ ...ctx, db: tx }, id, input.expectedVersion, draft);
    if (input.name !== undefined && input.name !== onboarding.name) {
      await renameOnboarding(tx, {
        id,
        orgId: ctx.orgId,
        name: input.name,
        updatedBy: ctx.session.person.id,
      });
    }
    return { version };
  });
}

async function changeAccount(
  ctx: TeamContext,
  onboarding: LoadedOnboarding,
  wanted: BaseConnectionId | null,
): Promise<Draft> {
  const { draft } = onboarding;
  if (wanted === null) return { ...draft, connect: null };
  if (draft.connect?.baseConnectionId === wanted) return draft;
  const account = await readAccount(ctx, onboarding, wanted).catch((error: unknown) => {
    const isGone = error instanceof PlatformError && error.kind === 'not-found';
    if (isGone || error instanceof AppFailure) {
      refuse('draft.baseConnectionId', 'The source has no such account here.');
    }
    throw error;
  });
  return withAccount(draft, account);
}

/** A start that has passed since it was chosen is no reason to refuse another change. */
function checkChangedSchedule(
  ctx: TeamContext,
  { source, draft }: LoadedOnboarding,
  schedule: Schedule | null,
): void {
  if (!schedule || canonicalJson(schedule) === canonicalJson(draft.schedule)) return;
  const errors = checkSchedule(source, schedule, Math.floor(ctx.now() / 1000));
  const fieldErrors = Object.fromEntries(
    Object.entries(errors).map(([field, sentence]) => [`draft.schedule.${field}`, sentence]),
  );
  if (Object.keys(fieldErrors).length > 0) throw new AppFailure({ kind: 'invalid-input', fieldErrors });
}

function withMappings(
  known: StoredHistory | null,
  mappings: readonly NewFieldMapping[],
): StoredHistory | null {
  if (!known && mappings.length === 0) return null;
  const history = known ? unpackHistory(known) : emptyMappingHistory;
  return packHistory(doCommand(history, { type: 'replace-all', mappings }, { createId: () => randomUUID() }));
}

function refuse(field: string, sentence: string): never {
  throw new AppFailure({ kind: 'invalid-input', fieldErrors: { [field]: sentence } });
}
