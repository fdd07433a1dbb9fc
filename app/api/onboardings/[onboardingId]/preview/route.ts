import * as z from 'zod';
import { onboardingIdSchema } from '@/lib/ids';
import { previewMapping } from '@/server/onboarding/preview-mapping';
import { read } from '@/server/read';

/** What the platform makes of the sample of one resource path with the mappings as saved; values are masked. */
export const GET = read(
  {
    permission: 'onboarding.view',
    params: z.strictObject({ onboardingId: onboardingIdSchema }),
    query: z.strictObject({ resourcePath: z.string().max(64) }),
  },
  ({ params, query }, ctx) => previewMapping(ctx, params.onboardingId, query.resourcePath),
);
