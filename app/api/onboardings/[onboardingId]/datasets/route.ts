import * as z from 'zod';
import { onboardingIdSchema } from '@/lib/ids';
import { searchDatasets } from '@/server/onboarding/search-targets';
import { read } from '@/server/read';

/** Datasets that can be mapped onto. */
export const GET = read(
  {
    permission: 'onboarding.view',
    params: z.strictObject({ onboardingId: onboardingIdSchema }),
    query: z.strictObject({
      search: z.string().max(200).default(''),
      in: z.enum(['name', 'field']).default('name'),
    }),
  },
  ({ params, query }, ctx) => searchDatasets(ctx, params.onboardingId, { text: query.search, in: query.in }),
);
