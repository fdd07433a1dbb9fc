import type { Logger } from 'pino';
import { fillReferences, type MadeObject } from '@/lib/plan/fill-references';
import type { PlanObject } from '@/lib/plan/plan';
import type { Db } from '@/server/db/db';
import { type Lease, type RunStepRow, type StepChange, writeStep } from '@/server/db/runs';
import type { Created } from '@/server/platform/created';
import { classifyOutcome } from '@/server/platform/outcome';
import type { PlatformContext } from '@/server/platform/platform-context';
import { PlatformError } from '@/server/platform/platform-error';
import { hashBody } from './markers';
import type { FoundObject, ObjectClients } from './object-client';
import { provisioningPolicy as policy } from './provisioning-policy';
import { readStepNote, type StepNote } from './step-note';

export type DriveContext = {
  db: Db;
  platform: PlatformContext;
  clients: ObjectClients;
  log: Logger;
  lease: Lease;
  /** Waits that many scaled milliseconds. */
  sleep: (ms: number) => Promise<void>;
  /** Between 0 and 1, for jitter. */
  random: () => number;
};

export type StepOutcome =
  | { kind: 'done'; made: MadeObject }
  /** Needs a person, or another time: the run rests. */
  | { kind: 'parked'; note: StepNote }
  | { kind: 'failed'; note: StepNote };

type Attempt = Created | { note: StepNote; state: 'parked' | 'failed' };

const isNote = (attempt: Attempt): attempt is { note: StepNote; state: 'parked' | 'failed' } =>
  'note' in attempt;

/** Titles are the only unique names of the platform, and the conflict is a 400 with these words. */
function isTitleTaken(error: PlatformError): boolean {
  return /title must be unique/i.test(`${error.title ?? ''} ${error.detail ?? ''}`);
}

/**
 * Takes one object from where the ledger says it is to where it exists: intent, send, record. A create without an answer
 * is looked up by its marker and never blindly repeated.
 */
export async function driveStep(
  ctx: DriveContext,
  object: PlanObject,
  step: RunStepRow,
  made: Readonly<Partial<Record<string, MadeObject>>>,
): Promise<StepOutcome> {
  if (step.state === 'done' && step.remoteId) {
    return { kind: 'done', made: { id: step.remoteId, version: step.remoteVersion ?? undefined } };
  }
  const write = (change: StepChange) => writeStep(ctx.db, ctx.lease, object.key, change);
  const body = withFutureStart(object, fillReferences(object, made), ctx.platform.now());
  const earlier = readStepNote(step.error);
  const wakeUps = earlier?.kind === 'waiting' ? earlier.wakeUps : 0;

  const attempt = await attemptCreate();
  if (isNote(attempt)) {
    await write({ state: attempt.state, error: attempt.note });
    return { kind: attempt.state, note: attempt.note };
  }
  await write({
    state: 'done',
    remoteId: attempt.id,
    remoteEtag: attempt.etag ?? null,
    remoteVersion: attempt.version === undefined ? null : String(attempt.version),
    error: null,
  });
  return { kind: 'done', made: { id: attempt.id, version: attempt.version } };

  async function attemptCreate(): Promise<Attempt> {
    // Sent before a crash or a park, and no answer recorded: it may exist.
    let sentAtMs =
      step.state === 'sent' || step.state === 'unknown' ? (step.sentAt?.getTime() ?? 0) : undefined;
    if (step.state === 'parked' && earlier?.kind === 'waiting' && step.sentAt && step.sends > 0) {
      sentAtMs = earlier.reason === 'look-up-failed' ? step.sentAt.getTime() : undefined;
    }
    for (let sends = 0; ; ) {
      if (sentAtMs !== undefined) {
        const found = await reconcile(sentAtMs);
        if (found !== 'absent') return found;
        sentAtMs = undefined;
        if (sends >= policy.maximumSends) return park('not-found-after-sends');
      }
      sends++;
      sentAtMs = ctx.platform.now();
      await write({ state: 'intended', payloadHash: hashBody(body), error: null });
      await write({ state: 'sent', sentAt: new Date(sentAtMs), sends: step.sends + sends });
      try {
        return await ctx.clients[object.kind].create(ctx.platform, body);
      } catch (error) {
        if (!(error instanceof PlatformError)) throw error;
        ctx.log.warn(
          { step: object.key, endpoint: error.endpoint, kind: error.kind, status: error.status },
          'create',
        );
        if (classifyOutcome(error) === 'unknown') {
          await write({ state: 'unknown', error: unknownNote(sentAtMs, error) });
          continue;
        }
        const answer = await afterRefusal(error, sends);
        if (answer !== 'again') return answer;
        sentAtMs = undefined;
      }
    }
  }

  /** What a definite "not done" means: another try, a park, or the end. */
  async function afterRefusal(error: PlatformError, sends: number): Promise<Attempt | 'again'> {
    const requestId = error.requestId === undefined ? {} : { requestId: error.requestId };
    const detail = error.detail === undefined ? {} : { detail: error.detail };
    switch (error.kind) {
      case 'rate-limited': {
        const waitMs =
          error.retryAfterSeconds === undefined
            ? backOff(policy.throttledBackOffMs, sends)
            : error.retryAfterSeconds * 1000;
        if (waitMs > policy.longestWaitMs || sends >= policy.maximumSends) {
          return park('throttled', Math.max(waitMs, policy.wakeUpsMs[0]), error);
        }
        await ctx.sleep(waitMs);
        return 'again';
      }
      case 'not-sent':
        if (sends >= policy.maximumSends) return park('unreachable', policy.wakeUpsMs[0], error);
        await ctx.sleep(backOff(policy.backOffMs, sends));
        return 'again';
      case 'unauthorized':
        return park('signed-out', policy.wakeUpsMs[0], error);
      case 'forbidden':
        return { state: 'failed', note: { kind: 'not-allowed', ...detail, ...requestId } };
      default: {
        if (isTitleTaken(error)) {
          // The title may be taken by ourselves: an earlier send that arrived late.
          const { items } = await ctx.clients[object.kind].find(ctx.platform, object, body);
          const ours = oldest(items.filter((item) => item.marked));
          if (ours) return ours;
          return { state: 'failed', note: { kind: 'name-taken', name: object.name, ...requestId } };
        }
        return {
          state: 'failed',
          note: {
            kind: 'refused',
            ...(error.status === undefined ? {} : { status: error.status }),
            ...(error.code === undefined ? {} : { code: error.code }),
            ...(error.title === undefined ? {} : { title: error.title }),
            ...detail,
            ...requestId,
          },
        };
      }
    }
  }

  /**
   * Looks for an object whose creation got no answer. Found is certain at once; absent is concluded only after the
   * request can no longer be executing and every look-up was complete and empty.
   */
  async function reconcile(
    sentAtMs: number,
  ): Promise<Created | 'absent' | { note: StepNote; state: 'parked' }> {
    const settledAtMs =
      sentAtMs + (policy.mutationDeadlineMs + policy.quietPeriodMs) * ctx.platform.timeScale;
    const early = policy.earlyLookUpsMs.map((delay) => ({ delay, counts: false }));
    const late = policy.lookUpsMs.map((delay) => ({ delay, counts: true }));
    for (const { delay, counts } of [...early, ...late]) {
      if (counts) await sleepUntil(settledAtMs);
      await ctx.sleep(delay);
      try {
        const { items, complete } = await ctx.clients[object.kind].find(ctx.platform, object, body);
        const ours = oldest(items.filter((item) => item.marked));
        if (ours) return ours;
        if (counts && !complete) return park('look-up-failed');
      } catch (error) {
        if (!(error instanceof PlatformError)) throw error;
        // Never create while not knowing.
        if (counts) return park('look-up-failed', policy.wakeUpsMs[0], error);
      }
    }
    return 'absent';
  }

  function park(
    reason: Extract<StepNote, { kind: 'waiting' }>['reason'],
    waitMs: number = policy.wakeUpsMs[0],
    error?: PlatformError,
  ): { note: StepNote; state: 'parked' } {
    const scaled = Math.max(
      waitMs,
      policy.wakeUpsMs[wakeUps] ?? policy.wakeUpsMs[policy.wakeUpsMs.length - 1] ?? 0,
    );
    return {
      state: 'parked',
      note: {
        kind: 'waiting',
        reason,
        nextTryAtMs: ctx.platform.now() + scaled * ctx.platform.timeScale,
        wakeUps: wakeUps + 1,
        ...(error?.requestId === undefined ? {} : { requestId: error.requestId }),
      },
    };
  }

  function backOff(baseMs: number, tries: number): number {
    return ctx.random() * Math.min(policy.backOffLimitMs, baseMs * 2 ** (tries - 1));
  }

  async function sleepUntil(momentMs: number): Promise<void> {
    const left = momentMs - ctx.platform.now();
    // `sleep` scales what it is given; this moment is scaled already.
    if (left > 0) await ctx.sleep(left / ctx.platform.timeScale);
  }
}

function unknownNote(sinceMs: number, error: PlatformError): StepNote {
  return {
    kind: 'unknown',
    sinceMs,
    ...(error.requestId === undefined ? {} : { requestId: error.requestId }),
  };
}

function oldest(items: readonly FoundObject[]): Created | undefined {
  const [first] = [...items].sort((a, b) => a.createdAtMs - b.createdAtMs);
  return (
    first && {
      id: first.id,
      ...(first.etag === undefined ? {} : { etag: first.etag }),
      ...(first.version === undefined ? {} : { version: first.version }),
    }
  );
}

/** A dataflow whose start has passed since the review starts a minute from now: the platform refuses the past. */
function withFutureStart(
  object: PlanObject,
  body: Readonly<Record<string, unknown>>,
  nowMs: number,
): Readonly<Record<string, unknown>> {
  const schedule = body.scheduleParams;
  if (object.key !== 'dataflow' || typeof schedule !== 'object' || schedule === null) return body;
  const earliest = Math.ceil(nowMs / 1000) + policy.startMarginSeconds;
  if (!('startTime' in schedule) || Number(schedule.startTime) >= earliest) return body;
  return { ...body, scheduleParams: { ...schedule, startTime: String(earliest) } };
}
