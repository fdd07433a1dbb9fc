import type { Dataflow } from '@/lib/dataflow/dataflow';
import type { DataflowId } from '@/lib/ids';
import { getDataflow } from '@/server/platform/flow-service/dataflows';
import { classifyOutcome } from '@/server/platform/outcome';
import { pause } from '@/server/platform/pause';
import type { PlatformContext } from '@/server/platform/platform-context';
import { PlatformError } from '@/server/platform/platform-error';
import { policy } from '@/server/platform/policy';
import { UnreadableReply } from '@/server/platform/unreadable-reply';

export type DataflowChange = {
  id: DataflowId;
  /** The etag of the dataflow as the person saw it. */
  etag: string | undefined;
  /** Whether the dataflow is as it should become. */
  isApplied: (dataflow: Dataflow) => boolean;
  /** Sends the change once; `etag` is the one to name. */
  send: (etag: string) => Promise<unknown>;
};

export type ChangeResult =
  | { kind: 'applied'; dataflow: Dataflow }
  /** Somebody else changed it since the person saw it: show this one and ask. */
  | { kind: 'changed-elsewhere'; dataflow: Dataflow };

/**
 * Enables, disables, renames or reschedules a dataflow. A change without an answer is settled by reading the dataflow
 * again, and repeated only when it was not applied. Throws `PlatformError`, also when the outcome is still unknown.
 */
export async function changeDataflow(
  platform: PlatformContext,
  { id, etag, isApplied, send }: DataflowChange,
): Promise<ChangeResult> {
  const { timeScale, signal } = platform;
  let current = await getDataflow(platform, id);
  for (let sends = 1; ; sends += 1) {
    if (isApplied(current)) return { kind: 'applied', dataflow: current };
    if (etag !== undefined && current.etag !== undefined && current.etag !== etag) {
      return { kind: 'changed-elsewhere', dataflow: current };
    }
    try {
      await send(current.etag ?? '');
      current = await getDataflow(platform, id);
      if (isApplied(current)) return { kind: 'applied', dataflow: current };
      throw new PlatformError('unreadable', 'PATCH /flows/{id}', { title: 'The change is not visible yet' });
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      const waitMs = waitBefore(error, sends);
      if (waitMs === undefined) throw error;
      await pause(waitMs * timeScale, signal);
      current = await getDataflow(platform, id);
    }
  }
}

/** Unscaled milliseconds before the dataflow is read again and, if need be, changed again; undefined ends it. */
function waitBefore(error: PlatformError, sends: number): number | undefined {
  if (error.kind === 'stale') return 0;
  if (sends >= policy.attempts || error.endpoint.includes('/ims/')) return undefined;
  if (error.cause instanceof UnreadableReply && error.cause.reason === 'redirect') return undefined;
  const mayHelp = classifyOutcome(error) === 'unknown' || ['rate-limited', 'not-sent'].includes(error.kind);
  if (!mayHelp) return undefined;
  if (error.retryAfterSeconds !== undefined) {
    const waitMs = error.retryAfterSeconds * 1000;
    return waitMs > policy.maximumRetryAfterSeconds * 1000 ? undefined : waitMs;
  }
  const { first, most } = policy.backOffMs[error.kind === 'rate-limited' ? 'throttled' : 'transient'];
  return Math.random() * Math.min(most, first * 2 ** (sends - 1));
}
