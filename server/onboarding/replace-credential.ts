import { randomBytes } from 'node:crypto';
import { AppFailure } from '@/lib/app-error';
import { trialPrefix } from '@/lib/dataflow/dataflow-view';
import { formatPlural } from '@/lib/format/numbers';
import type { BaseConnectionId } from '@/lib/ids';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { findSourceByConnectionSpec } from '@/lib/sources/sources';
import { type ConnectCheck, isUsable } from '@/lib/wizard/connect-check';
import { appendAudit } from '@/server/db/audit';
import { findCredential, recordCredential } from '@/server/db/credentials';
import { limitCalls } from '@/server/limit-calls';
import {
  type BaseConnection,
  createBaseConnection,
  deleteBaseConnection,
  getBaseConnection,
  listBaseConnections,
  updateBaseConnectionCredentials,
} from '@/server/platform/flow-service/base-connections';
import { listDataflows } from '@/server/platform/flow-service/dataflows';
import { getSourceConnection } from '@/server/platform/flow-service/source-connections';
import { classifyOutcome } from '@/server/platform/outcome';
import type { PlatformContext } from '@/server/platform/platform-context';
import { PlatformError } from '@/server/platform/platform-error';
import { checkAccount } from './check-account';
import { readCredentials } from './read-credentials';
import type { TeamContext } from './team-context';

export type ReplaceResult = {
  checks: ConnectCheck[];
  /** False when the present credential is still in place, untouched. */
  isReplaced: boolean;
};

/** A trial older than this was left behind: no check takes that long. */
const abandonedAfterMs = 600_000;

/**
 * Replaces the credential of an account under its dataflows. The platform never shows the present one again, so the new
 * one proves itself on a short-lived account first: it must read everything the dataflows of this account read. Throws
 * `not-found` for an account of an unknown source, `stale` when somebody changes the account meanwhile, and
 * `outcome-unknown` when nobody knows whether the change was made: trying again is safe.
 */
export async function replaceCredential(
  ctx: TeamContext,
  input: {
    baseConnectionId: BaseConnectionId;
    credentials: Readonly<Record<string, string>>;
    expiresOn?: string | undefined;
  },
): Promise<ReplaceResult> {
  const platform = await ctx.platform();
  const { sandboxName } = platform;
  const account = await getBaseConnection(platform, input.baseConnectionId);
  const source = findSourceByConnectionSpec(account.connectionSpecId);
  if (!source) throw new AppFailure({ kind: 'not-found', what: 'account' });
  const credentials = readCredentials(source, input.credentials);
  const mode = source.credentialMode?.(credentials);
  const place = { orgId: ctx.orgId, sandboxName, baseConnectionId: account.id };
  const [present, uses] = await Promise.all([
    findCredential(ctx.db, place),
    countUses(platform, account.id),
    removeAbandonedTrials(ctx, platform, account),
  ]);
  const check = (baseConnectionId: BaseConnectionId) =>
    checkAccount(platform, source, { baseConnectionId, mode, expiresOn: input.expiresOn }, ctx.now());

  const tried = await withTrial(ctx, platform, source, account, credentials, check);
  const checks = judge(tried, { source, uses, mode, presentMode: present?.mode });
  if (!isSafe(checks, uses)) return { checks, isReplaced: false };

  await putCredential(platform, account, credentials);
  await recordCredential(ctx.db, {
    ...place,
    sourceId: source.id,
    name: account.name,
    expiresOn: input.expiresOn ?? null,
    mode: mode ?? 'unknown',
    createdBy: ctx.session.person.id,
  });
  await appendAudit(ctx.db, {
    orgId: ctx.orgId,
    personId: ctx.session.person.id,
    action: 'account.credential-replaced',
    subject: account.id,
    facts: { source: source.id, sandbox: sandboxName },
  });
  return { checks: await check(account.id).catch(orElse(checks)), isReplaced: true };
}

/** How many dataflows of the account read each resource path. */
async function countUses(platform: PlatformContext, id: BaseConnectionId): Promise<Map<string, number>> {
  const { items } = await listDataflows(platform, { baseConnectionId: id });
  const limited = limitCalls(4);
  const paths = await Promise.all(
    items.flatMap(({ sourceConnectionId }) =>
      sourceConnectionId
        ? [
            limited(async () => {
              const { params } = await getSourceConnection(platform, sourceConnectionId);
              return typeof params.resourcePath === 'string' ? params.resourcePath : '';
            }),
          ]
        : [],
    ),
  );
  const uses = new Map<string, number>();
  for (const path of paths) uses.set(path, (uses.get(path) ?? 0) + 1);
  return uses;
}

const trialDescription = (account: BaseConnection) => `${trialPrefix} ${account.id}. Safe to delete.`;

/** Hands a short-lived account with the new credential to the work, and removes it whatever comes of it. */
async function withTrial<T>(
  ctx: TeamContext,
  platform: PlatformContext,
  source: SourceDefinition,
  account: BaseConnection,
  credentials: Record<string, string>,
  work: (trial: BaseConnectionId) => Promise<T>,
): Promise<T> {
  const description = `${trialDescription(account)} [trib-${randomBytes(6).toString('hex').toUpperCase()}]`;
  let trial: BaseConnectionId | undefined;
  try {
    const created = await createBaseConnection(platform, {
      name: `${account.name.slice(0, 200)} (trying a new credential)`,
      description,
      connectionSpec: source.connectionSpec,
      authSpecName: source.authSpecName,
      credentials,
    });
    trial = created.id;
  } catch (error) {
    if (!(error instanceof PlatformError) || classifyOutcome(error) !== 'unknown') throw error;
    // It may exist: look, never send it twice.
    const { items } = await listBaseConnections(platform, { connectionSpecId: source.connectionSpec.id });
    trial = items.find((candidate) => candidate.description === description)?.id;
    if (!trial) throw new AppFailure({ kind: 'platform-unavailable', cause: 'timeout' }, { cause: error });
  }
  try {
    return await work(trial);
  } finally {
    await removeTrial(ctx, platform, trial);
  }
}

async function removeTrial(ctx: TeamContext, platform: PlatformContext, id: BaseConnectionId): Promise<void> {
  try {
    await deleteBaseConnection(platform, id);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    ctx.log.warn({ baseConnectionId: id, err: error }, 'a trial account was left behind');
  }
}

/** Trials whose removal failed hold a working credential: the next replacement takes them away. */
async function removeAbandonedTrials(
  ctx: TeamContext,
  platform: PlatformContext,
  account: BaseConnection,
): Promise<void> {
  const { items } = await listBaseConnections(platform, { connectionSpecId: account.connectionSpecId });
  const abandoned = items.filter(
    ({ description, createdAtMs }) =>
      description.startsWith(trialDescription(account)) && ctx.now() - createdAtMs > abandonedAfterMs,
  );
  await Promise.all(abandoned.map(({ id }) => removeTrial(ctx, platform, id)));
}

/** What a check means for the dataflows that stand on the account, in place of what it means for a new one. */
function judge(
  checks: readonly ConnectCheck[],
  known: {
    source: SourceDefinition;
    uses: ReadonlyMap<string, number>;
    mode: 'test' | 'live' | undefined;
    presentMode: string | undefined;
  },
): ConnectCheck[] {
  const { source, uses, mode, presentMode } = known;
  return checks.map((check): ConnectCheck => {
    if (check.id === 'mode' && uses.size > 0 && isOther(mode, presentMode)) {
      return {
        ...check,
        outcome: 'refused',
        sentence: `This key reads ${mode} data, the present one ${presentMode} data: the datasets would hold both.`,
        action: 'Use a key of the same kind, or connect it as an account of its own.',
      };
    }
    const count = check.id.startsWith('path:') ? uses.get(check.id.slice('path:'.length)) : undefined;
    if (count === undefined || check.outcome === 'ok' || check.outcome === 'unknown') return check;
    return {
      ...check,
      outcome: 'refused',
      sentence: `${check.sentence} ${formatPlural(count, 'dataflow')} would fail.`,
      action: `Give the credential this right in ${source.title}, or use one that has it.`,
    };
  });
}

function isOther(mode: string | undefined, present: string | undefined): boolean {
  return mode !== undefined && (present === 'test' || present === 'live') && mode !== present;
}

/** Whether nothing that runs would stop: what could not be tried counts as much as what was refused. */
function isSafe(checks: readonly ConnectCheck[], uses: ReadonlyMap<string, number>): boolean {
  return (
    isUsable(checks) &&
    checks.every(({ outcome }) => outcome !== 'refused') &&
    [...uses.keys()].every((path) =>
      checks.every(({ id, outcome }) => id !== `path:${path}` || outcome === 'ok'),
    )
  );
}

/** Puts the credential in place. A lost answer is settled by looking: the etag moves when the change was made. */
async function putCredential(
  platform: PlatformContext,
  account: BaseConnection,
  credentials: Record<string, string>,
): Promise<void> {
  if (account.etag === undefined) throw new AppFailure({ kind: 'stale', what: 'account' });
  try {
    await updateBaseConnectionCredentials(platform, { id: account.id, etag: account.etag, credentials });
  } catch (error) {
    if (!(error instanceof PlatformError) || classifyOutcome(error) !== 'unknown') throw error;
    const now = await getBaseConnection(platform, account.id).catch(() => account);
    if (now.etag === account.etag) {
      throw new AppFailure({ kind: 'outcome-unknown', what: 'the replacement' }, { cause: error });
    }
  }
}

function orElse<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof PlatformError) return value;
    throw error;
  };
}
