import * as z from 'zod';
import { onboardingIdSchema } from '@/lib/ids';
import type { SchemasReply } from '@/lib/wizard/replies';
import { searchSchemas, targetSearchSchema } from '@/server/onboarding/search-targets';
import { read } from '@/server/read';

/** Schemas that a new dataset can be made on. */
export const GET = read(
  {
    permission: 'onboarding.view',
    params: z.strictObject({ onboardingId: onboardingIdSchema }),
    query: targetSearchSchema,
  },
  ({ params, query }, ctx): Promise<SchemasReply> => searchSchemas(ctx, params.onboardingId, query),
);
