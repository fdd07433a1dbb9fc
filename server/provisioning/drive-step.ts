import { fillReferences, type MadeObject } from '@/lib/plan/fill-references';
import { dependenciesOf, type PlanObject } from '@/lib/plan/plan';
import { type LedgerStep, type StepChange, type StepEvent, writeStep } from '@/server/db/run-steps';
import type { Created } from '@/server/platform/created';
import { classifyOutcome } from '@/server/platform/outcome';
import { PlatformError } from '@/server/platform/platform-error';
import { policy } from '@/server/platform/policy';
import { UnreadableReply } from '@/server/platform/unreadable-reply';
import { type DriveContext, rest, stopAtSliceEnd } from './drive-context';
import { isNameTaken, judgeRefusal, type Verdict } from './judge-refusal';
import { bearsMarker } from './ledger-body';
import { hashBody } from './markers';
import { keepOne, reconcile } from './reconcile';
import { record } from './record';
import type { StepNote } from './step-note';

const numbers = policy.provisioning;

export type StepOutcome =
  | { kind: 'done'; made: MadeObject }
  /** Rests; `wakeInMs` until it goes on by itself, undefined when it waits for a person. Unscaled. */
  | { kind: 'parked'; note: StepNote; wakeInMs: number | undefined }
  | { kind: 'failed'; note: StepNote };

/**
 * Takes one object from where the ledger says it is to where it exists: intent, send, record. A create without an answer
 * is looked up by its marker and never blindly repeated.
 */
export async function driveStep(
  ctx: DriveContext,
  object: PlanObject,
  step: LedgerStep,
  made: Readonly<Partial<Record<string, MadeObject>>>,
  wakeUps: number,
): Promise<StepOutcome> {
  if (step.state === 'done' && step.remoteId) {
    return { kind: 'done', made: { id: step.remoteId, version: step.remoteVersion ?? undefined } };
  }
  const client = ctx.clients[object.kind];
  const write = (change: StepChange, event?: StepEvent) =>
    writeStep(ctx.db, ctx.lease, object.key, change, event);
  const filled = fillReferences(object, made);
  let sends = step.sends;
  // Sent before a crash or a rest, and no answer recorded: it may exist.
  let sentAtMs = step.sentAgoMs === undefined ? undefined : ctx.monotonicMs() - Math.max(0, step.sentAgoMs);
  /** An earlier request of this step may have made it. */
  let mayBeOurs = sentAtMs !== undefined;
  let isFinal: StepNote | undefined;

  for (;;) {
    if (sentAtMs !== undefined) {
      const result = await reconcile(ctx, object, filled, sentAtMs);
      if (result.kind === 'found') return await done(result.object, 'found');
      if (result.kind === 'not-known') return await park('look-up-failed', 'unknown', result.error);
      sentAtMs = undefined;
      await write({ state: 'intended', sentAt: null }, outcomeEvent({ outcome: 'absent' }));
      if (isFinal) return await fail(isFinal);
    }
    if (sends >= numbers.maximumSends) return await park('not-found-after-sends', 'absent');
    stopAtSliceEnd(ctx);

    sends += 1;
    let announced = await announce({ action: 'object.create-sent', facts: { sends } });
    sentAtMs = announced.atMs;
    let answer: Created;
    try {
      answer = await ctx.takePlace(async () => {
        const queuedMs = ctx.monotonicMs() - announced.atMs;
        if (queuedMs > numbers.longestQueueMs * ctx.platform.timeScale) announced = await announce();
        sentAtMs = ctx.monotonicMs();
        return await client.create(ctx.platform, announced.body);
      });
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      const { endpoint, kind, status } = error;
      ctx.log.warn({ step: object.key, endpoint, kind, status }, 'create');
      if (classifyOutcome(error) === 'unknown') {
        isFinal = finalNote(error);
        mayBeOurs = true;
        await write(
          { state: 'unknown', error: unknownNote(ctx.platform.now(), error) },
          outcomeEvent({ outcome: 'unknown', kind }),
        );
        continue;
      }
      sentAtMs = undefined;
      if (wasKeptBack(error)) sends -= 1;
      await record(ctx, `${object.key} was refused`, () =>
        write({ state: 'intended', sentAt: null, sends }, outcomeEvent({ outcome: 'refused', kind })),
      );
      // What bears no marker is refused in words of its own when it is there already.
      const mayBeThere = isNameTaken(error) || (error.kind === 'rejected' && !bearsMarker(object));
      const verdict = mayBeThere
        ? await settleConflict(error)
        : judgeRefusal(error, sends, ctx.random, dependenciesOf(object).length > 0);
      const end = await followVerdict(verdict, error);
      if (end) return end;
      continue;
    }
    return await done(answer, 'created');
  }

  /** The intent, committed before anything leaves: what is sent, and since when it may be under way. */
  async function announce(event?: StepEvent): Promise<{ body: typeof filled; atMs: number }> {
    const nowMs = ctx.platform.now();
    const body = withFutureStart(object, filled, ctx.platform.upstream?.toPlatformTime(nowMs) ?? nowMs);
    await write({ state: 'sent', payloadHash: hashBody(body), sentAt: 'now', sends, error: null }, event);
    return { body, atMs: ctx.monotonicMs() };
  }

  async function done(created: Created, outcome: string, adopted = false): Promise<StepOutcome> {
    const { id, etag, version } = created;
    await record(ctx, `${object.key} is ${id}`, () =>
      write(
        {
          state: 'done',
          remoteId: id,
          remoteEtag: etag ?? null,
          remoteVersion: version === undefined ? null : String(version),
          error: null,
          sentAt: null,
          ...(adopted && { adopted }),
        },
        outcomeEvent({ outcome, remoteId: id, ...(adopted && { adopted }) }),
      ),
    );
    return { kind: 'done', made: { id, version } };
  }

  async function followVerdict(verdict: Verdict, error: PlatformError): Promise<StepOutcome | undefined> {
    switch (verdict.kind) {
      case 'adopt':
        return await done(verdict.object, 'found', verdict.isForeign);
      case 'again':
        await rest(ctx, verdict.waitMs);
        return undefined;
      case 'park':
        return await park(verdict.reason, 'absent', error, verdict.waitMs);
      case 'fail':
        return await fail(verdict.note);
    }
  }

  /** The name may be taken by ourselves: an earlier send that arrived late. Else a person decides. */
  async function settleConflict(error: PlatformError): Promise<Verdict> {
    try {
      const { items } = await client.find(ctx.platform, object, filled);
      const ours = items.filter((item) => item.marked);
      if (ours.length > 0) {
        // Without a marker an equal one on somebody else's schema may be theirs: undo must not touch it.
        const isForeign = !bearsMarker(object) && object.references.length === 0 && !mayBeOurs;
        return { kind: 'adopt', object: await keepOne(ctx, object, ours), isForeign };
      }
      // What has no name of its own cannot be called otherwise: there is nothing to ask.
      if (!bearsMarker(object)) return judgeRefusal(error, sends, ctx.random, true);
      const foreign = client.isReusable ? items.find((item) => !item.marked) : undefined;
      return {
        kind: 'fail',
        note: {
          kind: 'name-taken',
          name: object.name,
          ...(foreign && {
            existing: {
              id: foreign.id,
              ...(foreign.createdAtMs > 0 && { createdAtMs: foreign.createdAtMs }),
            },
          }),
          ...(error.requestId !== undefined && { requestId: error.requestId }),
        },
      };
    } catch (lookUp) {
      if (!(lookUp instanceof PlatformError)) throw lookUp;
      return { kind: 'park', reason: 'look-up-failed' };
    }
  }

  async function fail(note: StepNote): Promise<StepOutcome> {
    await write({ state: 'failed', sentAt: null, error: note });
    return { kind: 'failed', note };
  }

  /** `known` says whether the request may have made something: then it is looked for before anything is sent again. */
  async function park(
    reason: Extract<StepNote, { kind: 'waiting' }>['reason'],
    known: 'absent' | 'unknown',
    error?: PlatformError,
    waitMs = 0,
  ): Promise<StepOutcome> {
    const nextMs = numbers.wakeUpsMs[wakeUps];
    const asks = nextMs === undefined || waitMs > numbers.longestRestMs;
    const wakeInMs = asks ? undefined : Math.max(waitMs, waitMs > 0 ? 0 : nextMs);
    const note: StepNote = {
      kind: 'waiting',
      reason,
      ...(wakeInMs !== undefined && {
        nextTryAtMs: ctx.platform.now() + wakeInMs * ctx.platform.timeScale,
      }),
      ...(error?.requestId !== undefined && { requestId: error.requestId }),
    };
    await write({ state: 'parked', error: note, ...(known === 'absent' && { sentAt: null }) });
    return { kind: 'parked', note, wakeInMs };
  }
}

const outcomeEvent = (facts: Record<string, unknown>): StepEvent => ({
  action: 'object.create-outcome',
  facts,
});

/** Refused by ourselves or for want of a token: no request of this step has left. */
function wasKeptBack(error: PlatformError): boolean {
  return (
    error.endpoint.includes('/ims/') || (error.kind === 'not-sent' && error.retryAfterSeconds !== undefined)
  );
}

/** A redirect will be the answer again: when the object is not there, the step ends. */
function finalNote(error: PlatformError): StepNote | undefined {
  if (!(error.cause instanceof UnreadableReply) || error.cause.reason !== 'redirect') return undefined;
  return {
    kind: 'refused',
    title: 'The answer points to another address',
    detail: 'The platform answered with a redirect, which is never followed.',
    ...(error.requestId !== undefined && { requestId: error.requestId }),
  };
}

function unknownNote(sinceMs: number, error: PlatformError): StepNote {
  return {
    kind: 'unknown',
    sinceMs,
    ...(error.requestId === undefined ? {} : { requestId: error.requestId }),
  };
}

/** A dataflow whose start has passed since the review starts a minute from now: the platform refuses the past. */
function withFutureStart(
  object: PlanObject,
  body: Record<string, unknown>,
  nowMs: number,
): Record<string, unknown> {
  const schedule = body.scheduleParams;
  if (object.kind !== 'dataflow' || typeof schedule !== 'object' || schedule === null) return body;
  const earliest = Math.ceil(nowMs / 1000) + numbers.startMarginSeconds;
  if (!('startTime' in schedule) || Number(schedule.startTime) >= earliest) return body;
  return { ...body, scheduleParams: { ...schedule, startTime: String(earliest) } };
}
