import type { Created } from '@/server/platform/created';
import type { PlatformError } from '@/server/platform/platform-error';
import { policy } from '@/server/platform/policy';
import type { StepNote } from './step-note';

const numbers = policy.provisioning;

type WaitingReason = Extract<StepNote, { kind: 'waiting' }>['reason'];

/** What a create that certainly made nothing means for its step. Times are unscaled milliseconds. */
export type Verdict =
  | { kind: 'adopt'; object: Created; isForeign: boolean }
  | { kind: 'again'; waitMs: number }
  | { kind: 'park'; reason: WaitingReason; waitMs?: number }
  | { kind: 'fail'; note: StepNote };

/** Titles are the only unique names of the platform, and the conflict is a 400 with these words; a 409 says it plainly. */
export function isNameTaken(error: PlatformError): boolean {
  return (
    error.kind === 'rejected' &&
    (error.status === 409 || /title must be unique/i.test(`${error.title ?? ''} ${error.detail ?? ''}`))
  );
}

/** Another try, a rest, or the end. `sends` counts those of this step since it last rested, from 1. */
export function judgeRefusal(
  error: PlatformError,
  sends: number,
  random: () => number,
  hasReferences: boolean,
): Verdict {
  const isToken = error.endpoint.includes('/ims/');
  const canRepeat = sends < numbers.maximumSends && !isToken;
  switch (error.kind) {
    case 'rate-limited': {
      const waitMs =
        error.retryAfterSeconds === undefined
          ? backOff('throttled', sends, random)
          : // A second more: the moment that was named has only seconds.
            error.retryAfterSeconds * 1000 + 1_000 * random();
      if (waitMs > numbers.longestWaitMs) return { kind: 'park', reason: 'throttled', waitMs };
      if (!canRepeat) return { kind: 'park', reason: 'throttled' };
      return { kind: 'again', waitMs };
    }
    case 'not-sent':
      if (error.retryAfterSeconds !== undefined) {
        return { kind: 'park', reason: 'unavailable', waitMs: error.retryAfterSeconds * 1000 };
      }
      return canRepeat
        ? { kind: 'again', waitMs: backOff('transient', sends, random) }
        : { kind: 'park', reason: 'unreachable' };
    case 'unauthorized':
      return { kind: 'park', reason: 'signed-out' };
    case 'not-found':
      // What it names may have been made a moment ago and not be visible everywhere yet.
      if (canRepeat) return { kind: 'again', waitMs: numbers.lookUpsMs[sends + 3] ?? 0 };
      if (hasReferences || isToken) return { kind: 'park', reason: 'not-visible-yet' };
      return { kind: 'fail', note: refusedNote(error) };
    case 'forbidden':
      return {
        kind: 'fail',
        note: { kind: 'not-allowed', ...textsOf(error) },
      };
    default:
      return isToken
        ? { kind: 'park', reason: tokenReason(error) }
        : { kind: 'fail', note: refusedNote(error) };
  }
}

function tokenReason(error: PlatformError): WaitingReason {
  return error.kind === 'rejected' ? 'signed-out' : 'unavailable';
}

function refusedNote(error: PlatformError): StepNote {
  return {
    kind: 'refused',
    ...(error.status === undefined ? {} : { status: error.status }),
    ...(error.code === undefined ? {} : { code: error.code }),
    ...(error.title === undefined ? {} : { title: error.title }),
    ...textsOf(error),
  };
}

function textsOf(error: PlatformError): { detail?: string; requestId?: string } {
  return {
    ...(error.detail === undefined ? {} : { detail: error.detail }),
    ...(error.requestId === undefined ? {} : { requestId: error.requestId }),
  };
}

function backOff(reason: keyof typeof policy.backOffMs, tries: number, random: () => number): number {
  const { first, most } = policy.backOffMs[reason];
  return random() * Math.min(most, first * 2 ** (tries - 1));
}
