import * as z from 'zod';
import { onboardingIdSchema } from '@/lib/ids';
import type { PurposesReply } from '@/lib/wizard/replies';
import { listPurposes } from '@/server/onboarding/explore-data';
import { read } from '@/server/read';

/** Purposes that occur in the sample of consents. */
export const GET = read(
  {
    permission: 'onboarding.view',
    params: z.strictObject({ onboardingId: onboardingIdSchema }),
    query: z.strictObject({ resourcePath: z.string().max(64) }),
  },
  async ({ params, query }, ctx): Promise<PurposesReply> => ({
    purposes: await listPurposes(ctx, params.onboardingId, query.resourcePath),
  }),
);
