import * as z from 'zod';
import { callPlatform } from '../http';
import type { PlatformContext } from '../platform-context';

const statsSchema = z.object({ tenantId: z.string().regex(/^[A-Za-z0-9][\w-]{0,99}$/) });

/** The tenant's name without its underscore; custom fields live under `_{tenantId}` (`GET /stats`). */
export async function getTenantId(ctx: PlatformContext): Promise<string> {
  const { tenantId } = await callPlatform(ctx, {
    kind: 'read',
    method: 'GET',
    service: 'schema-registry',
    path: '/stats',
    schema: statsSchema,
  });
  return tenantId;
}
