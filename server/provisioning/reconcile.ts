import type { PlanKey, PlanObject } from '@/lib/plan/plan';
import { addStep, writeStep } from '@/server/db/run-steps';
import type { Created } from '@/server/platform/created';
import { PlatformError } from '@/server/platform/platform-error';
import { policy } from '@/server/platform/policy';
import { type DriveContext, rest } from './drive-context';
import { bearsMarker } from './ledger-body';
import type { FoundObject } from './object-client';

export type Reconciled =
  | { kind: 'found'; object: Created }
  | { kind: 'absent' }
  /** The look-up failed or could not be read to its end: nothing is known, and nothing may be created. */
  | { kind: 'not-known'; error: PlatformError | undefined };

const { earlyLookUpsMs, lookUpsMs, quietPeriodMs } = policy.provisioning;

/**
 * Finds out what became of a create without an answer. Found is certain at once; absent is concluded only after the
 * request can no longer be executing and every look-up was complete and empty. `sentAtMs` is by `ctx.monotonicMs`.
 */
export async function reconcile(
  ctx: DriveContext,
  object: PlanObject,
  body: Readonly<Record<string, unknown>>,
  sentAtMs: number,
): Promise<Reconciled> {
  const scale = ctx.platform.timeScale;
  const settledAtMs = sentAtMs + (policy.deadlineMs.mutation + quietPeriodMs) * scale;
  const early = earlyLookUpsMs.map((delay) => ({ delay, counts: false }));
  const late = lookUpsMs.map((delay) => ({ delay, counts: true }));
  for (const { delay, counts } of [...early, ...late]) {
    if (!counts && ctx.monotonicMs() > settledAtMs) continue;
    if (counts) await rest(ctx, Math.max(0, settledAtMs - ctx.monotonicMs()) / scale);
    await rest(ctx, delay);
    try {
      const { items, complete } = await ctx.clients[object.kind].find(ctx.platform, object, body);
      const ours = items.filter((item) => item.marked);
      if (ours.length > 0) return { kind: 'found', object: await keepOne(ctx, object, ours) };
      if (counts && !complete) return { kind: 'not-known', error: undefined };
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      if (counts) return { kind: 'not-known', error };
    }
  }
  return { kind: 'absent' };
}

/** The oldest stays, for whatever was made first may be in use; the others are removed and the ledger says so. */
export async function keepOne(
  ctx: DriveContext,
  object: PlanObject,
  found: readonly FoundObject[],
): Promise<Created> {
  const [kept, ...extras] = [...found].sort(
    (a, b) => a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1),
  );
  if (!kept) throw new Error(`nothing of ${object.key} to keep`);
  if (bearsMarker(object)) for (const extra of extras) await removeExtra(ctx, object, extra.id);
  return {
    id: kept.id,
    ...(kept.etag === undefined ? {} : { etag: kept.etag }),
    ...(kept.version === undefined ? {} : { version: kept.version }),
  };
}

/** Ledger keys of objects that exist once too often. */
export const extraPrefix = 'extra:';

/** The ledger key of one of them. */
export const extraKey = (key: string, id: string): string => `${extraPrefix}${key}:${id}`;

/** Removes a second object of ours, or lists it where the platform offers no way to. */
export async function removeExtra(ctx: DriveContext, object: PlanObject, id: string): Promise<void> {
  const key = extraKey(object.key, id);
  await addStep(ctx.db, ctx.lease, {
    key,
    kind: object.kind satisfies PlanKey,
    title: object.title,
    position: 1_000,
    marker: object.marker,
    state: 'done',
    remoteId: id,
  });
  const { remove } = ctx.clients[object.kind];
  if (!remove) {
    const reason = 'It was made twice, and the platform offers no way to delete it. Unused, it does nothing.';
    await writeStep(
      ctx.db,
      ctx.lease,
      key,
      { state: 'left', error: { kind: 'left', reason } },
      { action: 'object.duplicate-found', facts: { remoteId: id } },
    );
    return;
  }
  await writeStep(
    ctx.db,
    ctx.lease,
    key,
    { state: 'done' },
    { action: 'object.delete-sent', facts: { remoteId: id } },
  );
  try {
    await remove(ctx.platform, id);
    await writeStep(
      ctx.db,
      ctx.lease,
      key,
      { state: 'undone' },
      { action: 'object.delete-outcome', facts: { remoteId: id, outcome: 'done' } },
    );
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const reason = 'It was made twice, and its removal was not confirmed. It is tried again by itself.';
    await writeStep(
      ctx.db,
      ctx.lease,
      key,
      { state: 'left', error: { kind: 'left', reason } },
      { action: 'object.delete-outcome', facts: { remoteId: id, outcome: error.kind } },
    );
  }
}
