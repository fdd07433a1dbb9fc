import * as z from 'zod';
import { onboardingIdSchema } from '@/lib/ids';
import { exploreData } from '@/server/onboarding/explore-data';
import { read } from '@/server/read';

/** Fields of one resource path with statistics and a masked sample. */
export const GET = read(
  {
    permission: 'onboarding.view',
    params: z.strictObject({ onboardingId: onboardingIdSchema }),
    query: z.strictObject({ resourcePath: z.string().max(64) }),
  },
  ({ params, query }, ctx) => exploreData(ctx, params.onboardingId, query.resourcePath),
);
