import type { MovedFact } from '@/lib/plan/plan-facts';

/**
 * Every failure that may reach the browser, and nothing else: a closed union, so that each kind has one known
 * behaviour on screen. Text of an arbitrary `Error` never gets in here.
 */
export type AppError =
  /** Marks the fields; keys are form paths such as `connect.accessToken`, values whole sentences with the remedy. */
  | { kind: 'invalid-input'; fieldErrors: Record<string, string> }
  | { kind: 'signed-out' }
  /** `permission` names what is missing: a role of ours or a right of the platform's. */
  | { kind: 'not-allowed'; permission?: string; requestId?: string }
  | { kind: 'not-found'; what: string }
  /**
   * Somebody else was faster: a draft's version or a platform etag moved. Of a plan, `moved` names what is no longer as
   * it was reviewed; without it the draft itself is another.
   */
  | { kind: 'stale'; what: string; moved?: readonly MovedFact[] }
  | { kind: 'rate-limited'; retryAfterSeconds: number; requestId?: string }
  /** The platform understood and refused; `detail` is its reason, free of secrets. */
  | {
      kind: 'platform-rejected';
      status: number;
      title: string;
      detail?: string;
      code?: string;
      requestId?: string;
    }
  /** `cause` tells a time-out from an answer of 5xx; nothing was changed, or the call was a read. */
  | { kind: 'platform-unavailable'; cause: 'timeout' | 'unreachable' | 'error'; requestId?: string }
  /** A create whose outcome is not known yet. Never shown as failed. */
  | { kind: 'outcome-unknown'; what: string; requestId?: string }
  /** The source itself (Stripe, OneTrust) refused the credential or the path. */
  | {
      kind: 'source-refused';
      reason: 'key-invalid' | 'key-expired' | 'permission-missing' | 'host-unreachable';
      detail?: string;
    }
  | { kind: 'unexpected'; incidentId: string };

/** What is thrown inside the server when a use case ends in a failure that the screen knows. */
export class AppFailure extends Error {
  constructor(
    readonly error: AppError,
    options?: { cause?: unknown },
  ) {
    super(error.kind, options);
    this.name = 'AppFailure';
  }
}
