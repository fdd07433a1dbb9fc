import { dataflowIdSchema } from '@/lib/ids';
import { getDataflow } from '@/server/platform/flow-service/dataflows';
import { PlatformError } from '@/server/platform/platform-error';
import type { DriveContext } from './drive-step';

const readsMs = [0, 500, 1_000, 2_000, 4_000, 8_000];

/** Reads the dataflow back; an object can be invisible for some seconds after its creation. Throws the last refusal. */
export async function verifyDataflow(ctx: DriveContext, id: string): Promise<void> {
  for (const [index, delay] of readsMs.entries()) {
    await ctx.sleep(delay);
    try {
      await getDataflow(ctx.platform, dataflowIdSchema.parse(id));
      return;
    } catch (error) {
      const mayAppear =
        error instanceof PlatformError && error.kind === 'not-found' && index < readsMs.length - 1;
      if (!mayAppear) throw error;
    }
  }
}
