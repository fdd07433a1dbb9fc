import * as z from 'zod';
import { onboardingIdSchema } from '@/lib/ids';
import type { DatasetsReply } from '@/lib/wizard/replies';
import { searchDatasets, targetSearchSchema } from '@/server/onboarding/search-targets';
import { read } from '@/server/read';

/** Datasets that can be mapped onto. */
export const GET = read(
  {
    permission: 'onboarding.view',
    params: z.strictObject({ onboardingId: onboardingIdSchema }),
    query: targetSearchSchema,
  },
  ({ params, query }, ctx): Promise<DatasetsReply> => searchDatasets(ctx, params.onboardingId, query),
);
