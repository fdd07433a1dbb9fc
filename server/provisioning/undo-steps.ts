import { baseConnectionIdSchema } from '@/lib/ids';
import { noWayBack } from '@/lib/plan/foresee-removal';
import type { PlanKey } from '@/lib/plan/plan';
import { type LedgerStep, type StepEvent, writeStep } from '@/server/db/run-steps';
import { deleteBaseConnection } from '@/server/platform/flow-service/base-connections';
import { listSourceConnections } from '@/server/platform/flow-service/source-connections';
import type { PlatformContext } from '@/server/platform/platform-context';
import { PlatformError } from '@/server/platform/platform-error';
import { policy } from '@/server/platform/policy';
import { UnreadableReply } from '@/server/platform/unreadable-reply';
import { type DriveContext, rest, stopAtSliceEnd } from './drive-context';
import { record } from './record';

const numbers = policy.provisioning;

/** The account is in no plan: it goes along only when somebody says so. */
type UndoKind = PlanKey | 'baseConnection';

/** A dataflow goes first and what others need goes last. */
const undoRank: Readonly<Record<UndoKind, number>> = {
  dataflow: 0,
  mappingSet: 1,
  targetConnection: 2,
  sourceConnection: 3,
  dataset: 4,
  identity: 5,
  profileSchema: 6,
  schema: 7,
  fieldGroupExtension: 8,
  fieldGroup: 9,
  schemaClass: 10,
  baseConnection: 11,
};

const isUndoKind = (kind: string): kind is UndoKind => Object.hasOwn(undoRank, kind);
const rankOf = ({ kind }: LedgerStep) => (isUndoKind(kind) ? undoRank[kind] : 0);

export type Left = { reason: 'kept' } | { reason: 'try-again'; waitMs: number };

/**
 * Removes what these rows made, in the platform's order. Objects we did not make are never touched. Returns one entry for
 * each object that stays: `kept` until somebody says otherwise, `try-again` when the platform did not answer.
 */
export async function undoSteps(ctx: DriveContext, steps: readonly LedgerStep[]): Promise<Left[]> {
  const left: Left[] = [];
  const rows = steps
    .filter((step) => isUndoKind(step.kind) && step.state === 'done' && !step.adopted)
    .sort((a, b) => rankOf(a) - rankOf(b));
  for (const step of rows) {
    if (!step.remoteId || !isUndoKind(step.kind)) continue;
    stopAtSliceEnd(ctx);
    const outcome = await undoStep(ctx, step.kind, step.key, step.remoteId);
    if (outcome) left.push(outcome);
    // What comes after needs this one gone: it would be refused as in use, and be given up for that.
    if (outcome?.reason === 'try-again') break;
  }
  return left;
}

async function undoStep(
  ctx: DriveContext,
  kind: UndoKind,
  key: string,
  remoteId: string,
): Promise<Left | undefined> {
  const remove = kind === 'baseConnection' ? removeAccount : ctx.clients[kind].remove;
  if (!remove) {
    const reason =
      (kind === 'baseConnection' ? undefined : noWayBack[kind]) ?? 'The platform offers no way to delete it.';
    await writeStep(ctx.db, ctx.lease, key, { state: 'left', error: { kind: 'left', reason } });
    return { reason: 'kept' };
  }
  const outcome = (facts: Record<string, unknown>): StepEvent => ({
    action: 'object.delete-outcome',
    facts: { remoteId, ...facts },
  });
  for (let sends = 1; ; sends += 1) {
    await writeStep(
      ctx.db,
      ctx.lease,
      key,
      { state: 'done' },
      { action: 'object.delete-sent', facts: { remoteId, sends } },
    );
    try {
      await remove(ctx.platform, remoteId);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      const reason = reasonToKeep(error);
      await writeStep(
        ctx.db,
        ctx.lease,
        key,
        reason === undefined ? { state: 'done' } : { state: 'left', error: { kind: 'left', reason } },
        outcome({ outcome: error.kind }),
      );
      if (reason !== undefined) return { reason: 'kept' };
      const waitMs = waitOf(error, sends, ctx.random);
      if (sends >= numbers.maximumDeletes || waitMs === undefined || waitMs > numbers.longestWaitMs) {
        return { reason: 'try-again', waitMs: waitMs ?? 0 };
      }
      await rest(ctx, waitMs);
      continue;
    }
    await record(ctx, `${key} ${remoteId} is removed`, () =>
      writeStep(ctx.db, ctx.lease, key, { state: 'undone', error: null }, outcome({ outcome: 'done' })),
    );
    return undefined;
  }
}

/** Deletes an account that nothing reads from any more; what this run made of it is gone by now. */
async function removeAccount(platform: PlatformContext, id: string): Promise<void> {
  const baseConnectionId = baseConnectionIdSchema.parse(id);
  const using = await listSourceConnections(platform, { baseConnectionId });
  if (using.items.length > 0) {
    throw new PlatformError('rejected', 'DELETE /connections/{id}', {
      detail: 'Other source connections read through this account.',
    });
  }
  if (!using.complete) throw new PlatformError('unreadable', 'GET /sourceConnections', {});
  await deleteBaseConnection(platform, baseConnectionId);
}

/** Why it stays although it was asked to go; undefined when asking again may help. */
function reasonToKeep(error: PlatformError): string | undefined {
  if (error.endpoint.includes('/ims/')) return undefined;
  if (error.cause instanceof UnreadableReply && error.cause.reason === 'redirect') {
    return 'The platform answered with a redirect, which is never followed.';
  }
  if (error.kind !== 'rejected') return undefined;
  return error.detail ?? error.title ?? 'The platform refused to delete it.';
}

/** Unscaled milliseconds until the next try; undefined when only a person or time can help. */
function waitOf(error: PlatformError, sends: number, random: () => number): number | undefined {
  if (error.kind === 'forbidden' || error.kind === 'unauthorized' || error.endpoint.includes('/ims/')) {
    return undefined;
  }
  if (error.retryAfterSeconds !== undefined) return error.retryAfterSeconds * 1000 + 1_000 * random();
  const { first, most } = policy.backOffMs[error.kind === 'rate-limited' ? 'throttled' : 'transient'];
  return random() * Math.min(most, first * 2 ** (sends - 1));
}
