import * as z from 'zod';
import { onboardingIdSchema } from '@/lib/ids';
import { listPaths } from '@/server/onboarding/explore-data';
import { read } from '@/server/read';

/** Every resource path of the source and whether the account may read it. */
export const GET = read(
  { permission: 'onboarding.view', params: z.strictObject({ onboardingId: onboardingIdSchema }) },
  async ({ params }, ctx) => ({ paths: await listPaths(ctx, params.onboardingId) }),
);
