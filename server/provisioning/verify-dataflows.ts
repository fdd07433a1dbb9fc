import { dataflowIdSchema } from '@/lib/ids';
import { getDataflow } from '@/server/platform/flow-service/dataflows';
import { PlatformError } from '@/server/platform/platform-error';
import { policy } from '@/server/platform/policy';
import { type DriveContext, rest } from './drive-context';

/** Reads each dataflow back; one can be invisible for some seconds after its creation. False while one was not shown. */
export async function verifyDataflows(ctx: DriveContext, ids: readonly string[]): Promise<boolean> {
  const shown = await Promise.all(ids.map((id) => isShown(ctx, id)));
  return shown.every(Boolean);
}

async function isShown(ctx: DriveContext, id: string): Promise<boolean> {
  for (const delay of policy.provisioning.verifyMs) {
    await rest(ctx, delay);
    try {
      await getDataflow(ctx.platform, dataflowIdSchema.parse(id));
      return true;
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      if (error.kind !== 'not-found') return false;
    }
  }
  return false;
}
