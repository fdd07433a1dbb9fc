import { type Plan, planSchema } from '@/lib/plan/plan';
import { type RunStepRow, writeStep } from '@/server/db/runs';
import { PlatformError } from '@/server/platform/platform-error';
import type { DriveContext } from './drive-step';
import { provisioningPolicy as policy } from './provisioning-policy';

/** Whether this row was sent and nobody knows what became of it. */
export function isUnsettled(step: RunStepRow): boolean {
  return !step.remoteId && step.sends > 0 && ['sent', 'unknown', 'parked'].includes(step.state);
}

/**
 * Before an undo: finds out which creates without an answer made something after all, so that it can be removed. Returns
 * false when that cannot be known yet.
 */
export async function settleUnknown(
  ctx: DriveContext,
  stored: unknown,
  steps: readonly RunStepRow[],
): Promise<boolean> {
  const plan: Plan = planSchema.parse(stored);
  for (const step of steps.filter(isUnsettled)) {
    const object = plan.objects.find((candidate) => candidate.key === step.key);
    if (!object) continue;
    const settledAtMs =
      (step.sentAt?.getTime() ?? 0) +
      (policy.mutationDeadlineMs + policy.quietPeriodMs) * ctx.platform.timeScale;
    const leftMs = settledAtMs - ctx.platform.now();
    if (leftMs > 0) await ctx.sleep(leftMs / ctx.platform.timeScale);
    try {
      const { items, complete } = await ctx.clients[object.kind].find(
        ctx.platform,
        object,
        object.request.body,
      );
      const [found] = items.filter((item) => item.marked);
      if (found) {
        await writeStep(ctx.db, ctx.lease, step.key, {
          state: 'done',
          remoteId: found.id,
          remoteEtag: found.etag ?? null,
          error: null,
        });
      } else if (!complete) {
        return false;
      }
    } catch (error) {
      if (error instanceof PlatformError) return false;
      throw error;
    }
  }
  return true;
}
