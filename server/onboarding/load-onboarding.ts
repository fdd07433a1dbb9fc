import { AppFailure } from '@/lib/app-error';
import { type OnboardingId, type SandboxName, sandboxNameSchema } from '@/lib/ids';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { findSource } from '@/lib/sources/sources';
import { type Draft, draftFormat } from '@/lib/wizard/draft';
import { readDraft } from '@/lib/wizard/read-draft';
import { findOnboarding, type OnboardingState, saveDraft } from '@/server/db/onboardings';
import type { TeamContext } from './team-context';

export type LoadedOnboarding = {
  id: OnboardingId;
  name: string;
  ownerId: string;
  sandboxName: SandboxName;
  state: OnboardingState;
  /** Every save names the version it is based on. */
  version: number;
  updatedAtMs: number;
  source: SourceDefinition;
  draft: Draft;
  /** Parts of a draft from an older version that could not be read. */
  lost: string[];
};

/**
 * The onboarding with its draft. Throws `not-found` for one that does not exist, is another organisation's or names a
 * source nobody defines any more.
 */
export async function loadOnboarding(
  ctx: Pick<TeamContext, 'db' | 'orgId'>,
  id: OnboardingId,
): Promise<LoadedOnboarding> {
  const row = await findOnboarding(ctx.db, { id, orgId: ctx.orgId });
  const source = row && findSource(row.sourceId);
  if (!row || !source) throw new AppFailure({ kind: 'not-found', what: 'onboarding' });
  const read = readDraft(row.draft, row.sourceId);
  if (read.kind === 'newer') throw new AppFailure({ kind: 'stale', what: 'product' });
  return {
    id: row.id,
    name: row.name,
    ownerId: row.ownerId,
    sandboxName: sandboxNameSchema.parse(row.sandboxName),
    state: row.state,
    version: row.version,
    updatedAtMs: row.updatedAt.getTime(),
    source,
    draft: read.draft,
    lost: read.kind === 'upgraded' ? read.lost : [],
  };
}

/**
 * Saves a changed draft on top of the version it was made from; returns the new version. Throws `stale` when somebody
 * else saved in between: nothing is overwritten.
 */
export async function saveChangedDraft(
  ctx: Pick<TeamContext, 'db' | 'orgId' | 'session'>,
  id: OnboardingId,
  expectedVersion: number,
  draft: Draft,
): Promise<number> {
  const saved = await saveDraft(ctx.db, {
    id,
    orgId: ctx.orgId,
    expectedVersion,
    draft,
    draftVersion: draftFormat,
    updatedBy: ctx.session.person.id,
  });
  if (saved.ok) return saved.version;
  throw new AppFailure(
    saved.current ? { kind: 'stale', what: 'draft' } : { kind: 'not-found', what: 'onboarding' },
  );
}
