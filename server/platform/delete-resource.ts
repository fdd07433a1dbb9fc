import type { PlatformCall } from './http';
import { callPlatform } from './http';
import type { PlatformContext } from './platform-context';
import { PlatformError } from './platform-error';
import { anythingSchema } from './wire-fields';

/** Deletes one object; already gone counts as done, so that a repeated delete ends like the first. */
export async function deleteResource(
  ctx: PlatformContext,
  call: Pick<PlatformCall<unknown>, 'service' | 'path'> & { id: string },
): Promise<void> {
  try {
    await callPlatform(ctx, {
      kind: 'mutation',
      method: 'DELETE',
      service: call.service,
      path: call.path,
      params: { id: call.id },
      schema: anythingSchema,
    });
  } catch (error) {
    // A malformed id has no status: that is a mistake of ours, not an object that is gone.
    if (error instanceof PlatformError && error.kind === 'not-found' && error.status !== undefined) return;
    throw error;
  }
}
