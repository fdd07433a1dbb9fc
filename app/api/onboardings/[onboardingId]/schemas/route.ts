import * as z from 'zod';
import { onboardingIdSchema } from '@/lib/ids';
import { searchSchemas } from '@/server/onboarding/search-targets';
import { read } from '@/server/read';

/** Schemas that a new dataset can be made on. */
export const GET = read(
  {
    permission: 'onboarding.view',
    params: z.strictObject({ onboardingId: onboardingIdSchema }),
    query: z.strictObject({
      search: z.string().max(200).default(''),
      in: z.enum(['name', 'field']).default('name'),
    }),
  },
  ({ params, query }, ctx) => searchSchemas(ctx, params.onboardingId, { text: query.search, in: query.in }),
);
