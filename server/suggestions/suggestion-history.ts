import type { OnboardingId } from '@/lib/ids';
import { addOutcomes, noOutcomes, type OutcomesByBand } from '@/lib/mapping/suggestion-outcomes';
import type {
  AcceptedPair,
  SuggestionHistory,
  SuggestionSettings,
} from '@/lib/suggestion-history/suggestion-history';
import { can } from '@/lib/team/roles';
import { appendAudit } from '@/server/db/audit';
import {
  type AcceptedPairRow,
  forgetPairs,
  isHistoryOn,
  listOptedOut,
  listOutcomes,
  listPairs,
  setHistoryOn,
} from '@/server/db/suggestions';
import { loadOnboarding } from '@/server/onboarding/load-onboarding';
import type { TeamContext } from '@/server/onboarding/team-context';
import { readSandboxType } from './sandbox-type';

const usedAtMost = 5_000;
const listedAtMost = 500;

/** Pairs for the source of an onboarding in its type of sandbox; none for a person whose history is off. */
export async function loadSuggestionHistory(ctx: TeamContext, id: OnboardingId): Promise<SuggestionHistory> {
  const { orgId } = ctx;
  const personId = ctx.session.person.id;
  const { source, sandboxName } = await loadOnboarding(ctx, id);
  if (!(await isHistoryOn(ctx.db, { orgId, personId }))) return { own: [], team: [] };
  const sandboxType = await readSandboxType(await ctx.platform(sandboxName));
  const optedOut = new Set(await listOptedOut(ctx.db, orgId));
  const rows = (
    await listPairs(ctx.db, { orgId, of: { sandboxType, sourceId: source.id }, limit: usedAtMost })
  ).filter((row) => !optedOut.has(row.personId));
  return {
    own: toPairs(rows.filter((row) => row.personId === personId)),
    team: toPairs(rows.filter((row) => row.personId !== personId)),
  };
}

/** The settings as the person may see them: everybody's pairs, and for owners what became of suggestions. */
export async function loadSuggestionSettings(ctx: TeamContext): Promise<SuggestionSettings> {
  const { orgId } = ctx;
  const { id: personId, role } = ctx.session.person;
  const isOwner = can(role, 'team.manage');
  const [isOn, rows, outcomes] = await Promise.all([
    isHistoryOn(ctx.db, { orgId, personId }),
    listPairs(ctx.db, { orgId, limit: listedAtMost + 1 }),
    isOwner ? listOutcomes(ctx.db, orgId) : undefined,
  ]);
  return {
    isOn,
    pairs: rows.slice(0, listedAtMost).map((row) => ({
      id: row.id,
      source: row.sourcePath,
      target: row.targetPath,
      ...(row.expression !== null && { expression: row.expression }),
      count: row.times,
      sourceId: row.sourceId,
      sandboxType: row.sandboxType,
      personName: row.personName,
      isYours: row.personId === personId,
      lastAtMs: row.lastAt.getTime(),
    })),
    isCut: rows.length > listedAtMost,
    canDeleteAll: isOwner,
    outcomes: outcomes && { creations: outcomes.length, counts: sumOf(outcomes) },
  };
}

/** Forgets pairs: one's own, and as an owner anybody's. Returns how many were forgotten. */
export async function forgetAcceptedPairs(
  ctx: TeamContext,
  input: { ids: readonly string[] } | { mine: true },
): Promise<number> {
  const { orgId } = ctx;
  const { id: personId, role } = ctx.session.person;
  const isOfAnybody = 'ids' in input && can(role, 'team.manage');
  const forgotten = await forgetPairs(ctx.db, {
    orgId,
    ...(!isOfAnybody && { personId }),
    ...('ids' in input && { ids: input.ids }),
  });
  if (forgotten > 0) {
    await appendAudit(ctx.db, {
      orgId,
      personId,
      action: 'suggestions.forget',
      subject: personId,
      facts: { pairs: forgotten },
    });
  }
  return forgotten;
}

/** Switches the history of the person who asks on or off. */
export async function setSuggestionHistory(ctx: TeamContext, { isOn }: { isOn: boolean }): Promise<void> {
  await setHistoryOn(ctx.db, { orgId: ctx.orgId, personId: ctx.session.person.id, isOn });
}

/** One entry for each pair, however many people accepted it. */
function toPairs(rows: readonly AcceptedPairRow[]): AcceptedPair[] {
  const pairs = new Map<string, AcceptedPair>();
  for (const { sourcePath, targetPath, expression, times } of rows) {
    const key = JSON.stringify([sourcePath, targetPath, expression]);
    pairs.set(key, {
      source: sourcePath,
      target: targetPath,
      ...(expression !== null && { expression }),
      count: (pairs.get(key)?.count ?? 0) + times,
    });
  }
  return [...pairs.values()];
}

function sumOf(all: readonly OutcomesByBand[]): OutcomesByBand {
  const sum = noOutcomes();
  for (const one of all) addOutcomes(sum, one);
  return sum;
}
